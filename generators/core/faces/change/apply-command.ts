import { exitCodes, Refusal } from '../../refusal.ts';
import { changeFlags } from './change-flags.ts';
import type { ChangeCommand, Edit, Told } from './command.ts';

/** The spec as it stands in the files: for commands that are told nothing else. */
export function asItStands({ repository: { spec }, words }: Told): Edit {
  if (words.length === 0) return { spec, words: () => [], healing: true };
  throw new Refusal(`Too many words: ${words.join(' ')}.`, { exitCode: exitCodes.usage });
}

/** `apply`: the disk becomes what the spec says, and the state is put right. */
export const applyCommand: ChangeCommand = {
  name: 'apply',
  purpose: 'write',
  flags: changeFlags,
  edit: (told) => ({ ...asItStands(told), restore: true }),
};
