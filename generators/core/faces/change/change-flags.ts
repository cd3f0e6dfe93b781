import type { ConflictMode } from '../../merge/plan.ts';
import { didYouMean } from '../../spec/nearest.ts';
import { refusalOf } from '../../spec/parse.ts';
import type { Flag, FlagValues } from '../flags.ts';

/** What every command that changes a project can be told, by either door. */
export const changeFlags: readonly Flag[] = [
  { name: 'yes', type: 'boolean', does: 'ask nothing' },
  { name: 'json', type: 'boolean', does: 'print one JSON document' },
  { name: 'dry-run', type: 'boolean', does: 'print the plan, write nothing' },
  {
    name: 'conflict',
    type: 'string',
    value: 'markers|ours',
    does: 'where both changed the same, write conflict markers or keep yours',
  },
  { name: 'force', type: 'boolean', does: 'write over edits that git could not give back' },
  { name: 'allow-data-loss', type: 'boolean', does: 'drop data of columns and tables that go' },
  { name: 'install', type: 'boolean', negative: true, does: 'do not install changed packages' },
  { name: 'debug', type: 'boolean', does: 'print stack traces' },
];

const modes = ['markers', 'ours'] as const;

/** @throws {Refusal} naming the nearest mode that there is */
export function conflictMode({ conflict }: FlagValues): ConflictMode {
  if (conflict === undefined) return 'stop';
  const mode = modes.find((known) => known === conflict);
  if (mode !== undefined) return mode;
  const path = `--conflict ${JSON.stringify(conflict)}`;
  const message = `is no way to settle one; ${didYouMean(String(conflict), modes)}`;
  throw refusalOf([{ path, message }]);
}
