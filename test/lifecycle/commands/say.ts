import {
  applyChange,
  openChange,
  planChange,
} from '../../../generators/core/faces/change/change-run.ts';
import type { PlannedChange } from '../../../generators/core/faces/change/change-run.ts';
import { applyCommand } from '../../../generators/core/faces/change/apply-command.ts';
import { fieldCommand } from '../../../generators/core/faces/change/field-command.ts';
import { removeCommand } from '../../../generators/core/faces/change/remove-command.ts';
import { resourceCommand } from '../../../generators/core/faces/change/resource-command.ts';
import { setCommand } from '../../../generators/core/faces/change/set-command.ts';
import { upgradeCommand } from '../../../generators/core/faces/change/upgrade-command.ts';
import type { FlagValues } from '../../../generators/core/faces/flags.ts';
import { snapshot } from '../../unit/apply/files.ts';

export const commands = {
  resource: resourceCommand,
  field: fieldCommand,
  remove: removeCommand,
  set: setCommand,
  apply: applyCommand,
  upgrade: upgradeCommand,
};

export type Said = readonly [keyof typeof commands, ...string[]];

export const flags = { yes: true, 'allow-data-loss': true };

/** Gives a command in a project, without a process of its own, and without its report. */
export async function say(
  root: string,
  [name, ...words]: Said,
  values: FlagValues = {},
): Promise<PlannedChange> {
  const opened = await openChange(commands[name], root, words, { ...flags, ...values });
  const planned = await planChange(opened);
  await applyChange(planned, new AbortController().signal);
  return planned;
}

/** Everything on the disk but what is written once and then kept: migrations and secrets. */
export const settled = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(snapshot(root)).filter(
      ([path, text]) => path !== '.env' && !/\/migrations(?:\/|$)/u.test(path) && text !== 'folder',
    ),
  );
