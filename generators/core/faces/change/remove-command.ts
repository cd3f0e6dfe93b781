import { exitCodes, Refusal } from '../../refusal.ts';
import { removeField } from '../../spec/edit/fields.ts';
import { removeResource, resourceNamed } from '../../spec/edit/resources.ts';
import { didYouMean } from '../../spec/nearest.ts';
import { refusalOf } from '../../spec/parse.ts';
import type { Asker } from '../asker.ts';
import { askResource } from './ask-resource.ts';
import { changeFlags } from './change-flags.ts';
import type { ChangeCommand, Edit, Told } from './command.ts';

const kinds = ['resource', 'field'];

const usage = (message: string): Refusal => new Refusal(message, { exitCode: exitCodes.usage });

async function resource({ repository: { spec }, asker }: Told, words: readonly string[]) {
  if (words.length > 1) throw usage(`One resource at a time: ${words.join(', ')}.`);
  const name = await askResource(words[0], spec, asker, 'groundwork remove resource book');
  return { spec: removeResource(spec, name), words: () => ['resource', name] };
}

const fieldCall = 'groundwork remove field book subtitle';

async function askField(name: string, { repository: { spec }, asker }: Told): Promise<string> {
  if (asker === undefined) throw usage(`Say which field of which resource: ${fieldCall}.`);
  const { fields } = resourceNamed(spec, name);
  const answer = await asker.ask({
    kind: 'choice',
    key: 'field',
    message: `Which field of ${name}?`,
    initial: fields[0]?.name ?? '',
    options: fields.map((one) => ({ value: one.name, label: one.name, hint: one.type })),
  });
  return String(answer);
}

async function field(told: Told, [said, ...words]: readonly string[]): Promise<Edit> {
  const { spec } = told.repository;
  const name = await askResource(said, spec, told.asker, fieldCall);
  const fields = words.length > 0 ? words : [await askField(name, told)];
  const after = fields.reduce((left, one) => removeField(left, name, one), spec);
  return { spec: after, words: () => ['field', name, ...fields] };
}

async function kindOf(said: string | undefined, asker: Asker | undefined): Promise<string> {
  if (said !== undefined) return said;
  if (asker === undefined) {
    throw usage(`Say what to remove: groundwork remove resource book, or ${fieldCall}.`);
  }
  const answer = await asker.ask({
    kind: 'choice',
    key: 'kind',
    message: 'What is to go?',
    initial: 'field',
    options: [
      { value: 'field', label: 'a field', hint: '' },
      { value: 'resource', label: 'a whole resource', hint: '' },
    ],
  });
  return String(answer);
}

async function edit(told: Told): Promise<Edit> {
  const [said, ...words] = told.words;
  const kind = await kindOf(said, told.asker);
  if (kind === 'resource') return resource(told, words);
  if (kind === 'field') return field(told, words);
  throw refusalOf([{ path: kind, message: `cannot be removed; ${didYouMean(kind, kinds)}` }]);
}

/** `remove resource`, `remove field`: the inverse of adding them. */
export const removeCommand: ChangeCommand = {
  name: 'remove',
  purpose: 'write',
  flags: changeFlags,
  edit,
};
