import { exitCodes, Refusal } from '../../refusal.ts';
import { removeField } from '../../spec/edit/fields.ts';
import { removeResource } from '../../spec/edit/resources.ts';
import { didYouMean } from '../../spec/nearest.ts';
import { refusalOf } from '../../spec/parse.ts';
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

function field({ repository: { spec } }: Told, [name, ...fields]: readonly string[]): Edit {
  if (name === undefined || fields.length === 0) {
    throw usage('Say which field of which resource: groundwork remove field book subtitle.');
  }
  const after = fields.reduce((left, one) => removeField(left, name, one), spec);
  return { spec: after, words: () => ['field', name, ...fields] };
}

/** `remove resource`, `remove field`: the inverse of adding them. */
export const removeCommand: ChangeCommand = {
  name: 'remove',
  purpose: 'write',
  flags: changeFlags,
  edit: (told) => {
    const [kind, ...words] = told.words;
    if (kind === 'resource') return resource(told, words);
    if (kind === 'field') return field(told, words);
    if (kind === undefined) {
      throw usage(
        'Say what to remove: groundwork remove resource book, or groundwork remove field book subtitle.',
      );
    }
    throw refusalOf([{ path: kind, message: `cannot be removed; ${didYouMean(kind, kinds)}` }]);
  },
};
