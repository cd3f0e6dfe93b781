import { execFileSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { guard } from '../../../generators/core/apply/guard.ts';
import { commitJournal } from '../../../generators/core/apply/journal.ts';
import { takeLock } from '../../../generators/core/apply/lock.ts';
import type { Operation } from '../../../generators/core/apply/operation.ts';
import { thisOwner, type Owner } from '../../../generators/core/apply/owner.ts';
import { stage } from '../../../generators/core/apply/stage.ts';

/** The number of a process that has ended. */
export const deadPid = (): number =>
  Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));

let dead: number | undefined;

/** Leaves the root as a process does that is killed right after its commit point. */
export async function leaveCommitted(
  root: string,
  operations: readonly Operation[],
): Promise<void> {
  const created = takeLock(resolve(root));
  const entries = await stage(root, operations, undefined);
  commitJournal(root, { version: 1, entries, folders: guard(root, entries) });
  dead ??= deadPid();
  signAs(root, { ...thisOwner(created), pid: dead });
}

/** @param ageMs how long ago that owner signed */
export function signAs(root: string, owner: Owner, ageMs = 0): void {
  const signature = join(root, '.groundwork/txn/owner.1');
  writeFileSync(signature, JSON.stringify(owner));
  const at = (Date.now() - ageMs) / 1000;
  utimesSync(signature, at, at);
}
