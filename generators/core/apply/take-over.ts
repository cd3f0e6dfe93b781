import { linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { txnPath } from './layout.ts';
import { isAlive, type Owner, parseOwner, thisOwner } from './owner.ts';
import { hasCode } from './system-error.ts';

/** Signatures in the order in which the owners came: `owner.1` began, each later one took over from the dead. */
function signatures(folder: string): number[] {
  try {
    const names = readdirSync(folder).map((name) => /^owner\.(\d+)$/.exec(name)?.[1]);
    return names
      .flatMap((count) => (count === undefined ? [] : [Number(count)]))
      .toSorted((a, b) => a - b);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

function ownerAt(folder: string, count: number): Owner | undefined {
  try {
    return parseOwner(readFileSync(join(folder, `owner.${String(count)}`), 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function refuseIfAlive(folder: string, count: number): void {
  const owner = ownerAt(folder, count);
  const stats = statSync(join(folder, `owner.${String(count)}`), { throwIfNoEntry: false });
  if (!owner || !stats || !isAlive(owner, stats.mtimeMs)) return;
  throw new Refusal(
    `another groundwork (pid ${String(owner.pid)}) is writing here; wait until it is done and run the command again.`,
  );
}

/** @throws Refusal if a live process holds the transaction of this root */
export function refuseIfHeld(root: string): void {
  const folder = txnPath(root);
  for (const count of signatures(folder)) refuseIfAlive(folder, count);
}

/** Exclusive, and never seen half written; disks without hard links get the exclusiveness alone. */
function signExclusively(folder: string, count: number): void {
  const text = JSON.stringify(thisOwner(0));
  const draft = join(folder, `draft-${String(process.pid)}`);
  const signature = join(folder, `owner.${String(count)}`);
  writeFileSync(draft, text);
  try {
    linkSync(draft, signature);
  } catch (error) {
    if (hasCode(error, 'EEXIST', 'ENOENT')) throw error;
    writeFileSync(signature, text, { flag: 'wx' });
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes the transaction of a dead process over. Of several that try, one succeeds.
 * @returns how many folders the first owner had made to have a root; undefined if the transaction has gone meanwhile
 * @throws Refusal if a live process holds it
 */
export function takeOver(root: string): number | undefined {
  const folder = txnPath(root);
  for (let attempt = 0; attempt < 5; attempt++) {
    refuseIfHeld(root);
    const count = (signatures(folder).at(-1) ?? 0) + 1;
    try {
      signExclusively(folder, count);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      if (hasCode(error, 'EEXIST')) continue;
      throw error;
    }
    const created = confirm(folder, count);
    if (created !== undefined) return created;
  }
  return undefined;
}

/** The folder may be a new one since we looked: ours only if all before us are still dead and our name still stands. */
function confirm(folder: string, count: number): number | undefined {
  try {
    for (let before = 1; before < count; before++) refuseIfAlive(folder, before);
  } catch (error) {
    rmSync(join(folder, `owner.${String(count)}`), { force: true });
    throw error;
  }
  if (ownerAt(folder, count)?.pid !== process.pid) return undefined;
  return ownerAt(folder, 1)?.created ?? 0;
}

/**
 * Leaves an unfinished transaction to the next command, which may run in this very process.
 * Never throws, so that the reason for giving up is what the user reads; the end of the process says the same.
 */
export function giveUp(root: string): void {
  const folder = txnPath(root);
  try {
    for (const count of signatures(folder)) {
      const owner = ownerAt(folder, count);
      if (owner?.pid !== process.pid) continue;
      writeFileSync(join(folder, `owner.${String(count)}`), JSON.stringify({ ...owner, pid: 0 }));
    }
  } catch {
    // As said above.
  }
}
