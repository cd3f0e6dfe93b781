import { dimensions } from '../../../../templates/choices.ts';
import { exitCodes, Refusal } from '../../refusal.ts';
import { hintOfChoice, readChoices, setChoices } from '../../spec/edit/choices.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Asker } from '../asker.ts';
import { choiceQuestion } from '../questions.ts';
import { changeFlags } from './change-flags.ts';
import type { ChangeCommand, Edit, Told } from './command.ts';

/** Asks for every choice, with the one that holds now as the first answer. */
async function askChoices(spec: Spec, asker: Asker): Promise<Readonly<Record<string, string>>> {
  const chosen: Record<string, string> = Object.fromEntries(
    dimensions.map(({ id }) => [id, spec[id]]),
  );
  for (const dimension of dimensions) {
    const now = { ...dimension, default: chosen[dimension.id] ?? dimension.default };
    const question = choiceQuestion(now, chosen);
    if (question !== undefined) chosen[dimension.id] = String(await asker.ask(question));
  }
  return chosen;
}

async function edit({ repository: { spec }, words, asker }: Told): Promise<Edit> {
  if (words.length === 0 && asker === undefined) {
    throw new Refusal('Say what to set: groundwork set ci=none; groundwork choices lists all.', {
      exitCode: exitCodes.usage,
    });
  }
  const chosen =
    words.length > 0 || asker === undefined ? readChoices(words) : await askChoices(spec, asker);
  const changed = Object.entries(chosen).filter(
    ([id, choice]) => words.length > 0 || Reflect.get(spec, id) !== choice,
  );
  const after = setChoices(spec, Object.fromEntries(changed));
  const restart = changed.some(([id]) => id === 'database');
  return { spec: after, restart, words: () => changed.map(([id, choice]) => `${id}=${choice}`) };
}

/** `set`: changes choices of a project. */
export const setCommand: ChangeCommand = {
  name: 'set',
  purpose: 'write',
  flags: changeFlags,
  hintOfFlag: hintOfChoice('set'),
  edit,
};
