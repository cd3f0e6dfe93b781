import { beginChange, prepareChange } from '../core/faces/change/prepare-change.ts';
import { refuseUnwritable } from '../core/faces/change/refuse-unwritable.ts';
import { parseFlags } from '../core/faces/flags.ts';
import { diffOfPlan } from '../core/faces/look/diff-of-plan.ts';
import { openToLook } from '../core/faces/look/open-to-look.ts';
import { progress } from '../core/faces/progress.ts';
import { exitCodes, printable } from '../core/refusal.ts';
import type { ExitCode } from '../core/refusal.ts';
import { hintOfChoice, readChoices, setChoices } from '../core/spec/edit/choices.ts';
import { lookFlags } from './look-flags.ts';

export const flags = lookFlags;

/** What `apply` would do, or `set` with these choices; conflicts stand in it as markers. */
export async function run(words: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags(words, flags, hintOfChoice('diff'));
  const repository = await openToLook(process.cwd());
  refuseUnwritable(repository, 'write');
  const isApply = positionals.length === 0;
  const spec = isApply ? repository.spec : setChoices(repository.spec, readChoices(positionals));
  const edit = { spec, words: () => [], healing: isApply, restore: isApply };
  const begun = await beginChange(repository, edit);
  const { plan } = await prepareChange(repository, edit, begun, {
    fills: new Map(),
    conflict: 'markers',
  });
  const conflicts = plan.changes.filter(({ action }) => action === 'conflict');
  const { text, withheld } = diffOfPlan(plan);
  const isClean = conflicts.length === 0;
  if (values['json'] === true) {
    const { root, changes } = plan;
    const told = { ok: isClean, command: 'diff', root, changes, withheld, diff: text };
    process.stdout.write(`${JSON.stringify(told)}\n`);
  } else {
    process.stdout.write(text);
    for (const path of withheld)
      progress(`${printable(path)} changes, too; its contents are withheld.`);
    for (const { path } of conflicts) progress(`${printable(path)} is in conflict.`);
  }
  return isClean ? exitCodes.done : exitCodes.conflict;
}
