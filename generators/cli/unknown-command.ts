import type { Refusal } from '../core/refusal.ts';
import { didYouMean } from '../core/spec/nearest.ts';
import { refusalOf } from '../core/spec/parse.ts';
import { commands } from './commands.ts';

/** How other programs call our commands. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['init', 'new'],
  ['create', 'new'],
  ['add', 'resource'],
  ['generate', 'resource'],
  ['g', 'resource'],
  ['scaffold', 'resource'],
  ['rm', 'remove'],
  ['delete', 'remove'],
  ['destroy', 'remove'],
  ['update', 'upgrade'],
  ['status', 'check'],
]);

/** The refusal of a word that is no command, with the one that was meant. */
export function unknownCommand(word: string): Refusal {
  const meant = elsewhere.get(word);
  const names = commands.map(({ name }) => name);
  const hint = meant === undefined ? didYouMean(word, names) : `did you mean groundwork ${meant}?`;
  return refusalOf([{ path: word, message: `is no command; ${hint}` }]);
}
