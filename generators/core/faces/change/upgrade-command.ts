import { isDeepStrictEqual } from 'node:util';
import { exitCodes } from '../../refusal.ts';
import type { ExitCode } from '../../refusal.ts';
import type { FlagValues } from '../flags.ts';
import { asItStands } from './apply-command.ts';
import { changeFlags } from './change-flags.ts';
import type { ChangeCommand } from './command.ts';

/** Says whether the installed templates are those that wrote the project. Writes nothing. */
async function look(from: string, values: FlagValues): Promise<ExitCode | undefined> {
  if (values['check'] !== true) return undefined;
  const [{ findRoot }, { readGenerator }, { thisGenerator }, { refuseOtherGenerator }] =
    await Promise.all([
      import('../../repository/find-root.ts'),
      import('../../apply/state.ts'),
      import('../generator.ts'),
      import('../../repository/generator.ts'),
    ]);
  const root = findRoot(from);
  const [recorded, installed] = [readGenerator(root), thisGenerator()];
  refuseOtherGenerator(recorded, installed, true);
  const isCurrent = isDeepStrictEqual(recorded, installed);
  const told = { ok: isCurrent, command: 'upgrade', root, recorded, installed };
  const sentence = isCurrent
    ? `${root}: nothing to do, it was written by these templates (${installed.version}).`
    : `${root}: written by ${recorded.version} (${recorded.templates}), you run ${installed.version} (${installed.templates}): run groundwork upgrade.`;
  process.stdout.write(`${values['json'] === true ? JSON.stringify(told) : sentence}\n`);
  return isCurrent ? exitCodes.done : exitCodes.conflict;
}

/** `upgrade`: the same spec, with the templates that are installed. */
export const upgradeCommand: ChangeCommand = {
  name: 'upgrade',
  purpose: 'upgrade',
  flags: [
    { name: 'check', type: 'boolean', does: 'only say whether there is something to do' },
    ...changeFlags,
  ],
  edit: asItStands,
  look,
};
