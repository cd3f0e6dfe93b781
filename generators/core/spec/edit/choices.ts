import { dimensions } from '../../../../templates/choices.ts';
import type { Fault } from '../../refusal.ts';
import { didYouMean } from '../nearest.ts';
import { refusalOf } from '../parse.ts';
import type { Spec } from '../spec.ts';
import { draftOf, validated } from './validated.ts';

const ids: readonly string[] = dimensions.map(({ id }) => id);

/** `ci=..., one of github, none` */
function openChoice(id: string): string {
  const choices = dimensions.find((dimension) => dimension.id === id)?.choices ?? [];
  return `${id}=..., one of ${choices.map((choice) => choice.id).join(', ')}`;
}

/** What to say instead of the flag that `new` has for a choice; `undefined` for any other word. */
export const hintOfChoice =
  (command: string) =>
  (id: string, choice: string | undefined): string | undefined =>
    ids.includes(id)
      ? `say groundwork ${command} ${choice === undefined ? openChoice(id) : `${id}=${choice}`}.`
      : undefined;

interface Chosen {
  readonly id: string;
  readonly choice: string;
}

/** `database=postgresql` taken apart, or what is wrong with it. */
function readChoice(word: string): Chosen | Fault {
  const equals = word.indexOf('=');
  const id = equals === -1 ? word : word.slice(0, equals);
  if (!ids.includes(id)) {
    return { path: word, message: `names no dimension; ${didYouMean(id, ids)}` };
  }
  if (equals === -1) return { path: word, message: `needs a choice: ${openChoice(id)}` };
  return { id, choice: word.slice(equals + 1) };
}

const isFault = (read: Chosen | Fault): read is Fault => 'path' in read;
const isChosen = (read: Chosen | Fault): read is Chosen => 'id' in read;

/**
 * Reads `database=postgresql ci=none`.
 *
 * @throws {Refusal} for words that are not of this form, naming what was meant
 */
export function readChoices(words: readonly string[]): Readonly<Record<string, string>> {
  const read = words.map(readChoice);
  const faults = read.filter(isFault);
  const chosen = read.filter(isChosen);
  const twice = chosen.filter(({ id }, index) => chosen.findIndex((one) => one.id === id) < index);
  const all = [...faults, ...twice.map(({ id }) => ({ path: id, message: 'is said twice' }))];
  if (all.length > 0) throw refusalOf(all);
  return Object.fromEntries(chosen.map(({ id, choice }) => [id, choice]));
}

/**
 * The spec with other choices.
 *
 * @throws {Refusal} when one is unknown, or they do not go together
 */
export const setChoices = (spec: Spec, chosen: Readonly<Record<string, string>>): Spec =>
  validated({ ...draftOf(spec), ...chosen });
