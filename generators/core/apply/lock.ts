import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolders, removeIfEmpty } from './folders.ts';
import { privatePath, stateFolder, txnPath } from './layout.ts';
import { refuseIfHeld } from './take-over.ts';
import { thisOwner } from './owner.ts';
import { hasCode } from './system-error.ts';

/**
 * Takes `.groundwork/txn` for this process, and makes the root if there is none.
 * The folder is prepared under a private name and renamed, which fails if another one is there:
 * whoever sees the lock also sees who holds it.
 * @returns how many folders were made to have a root
 * @throws Refusal if another live process holds it
 */
export function takeLock(root: string): number {
  let last: unknown;
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return existsSync(root) ? lockExisting(root) : lockAbsent(root);
    } catch (error) {
      // ENOENT: another process has just removed the folder that we stood in. EPERM: a taken name on Windows.
      if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'EPERM', 'ENOENT')) throw error;
      last = error;
    }
    refuseIfHeld(root);
  }
  throw last;
}

function lockExisting(root: string): number {
  const prepared = privatePath(root, process.pid);
  try {
    makeFolders(prepared);
    sign(prepared, 0);
    renameSync(prepared, txnPath(root));
  } catch (error) {
    rmSync(prepared, { recursive: true, force: true });
    removeIfEmpty(join(root, stateFolder));
    throw error;
  }
  return 0;
}

function lockAbsent(root: string): number {
  const [base, ...names] = missing(root);
  const [first = '', ...rest] = names;
  const prepared = `${preparedPrefix(base, first)}${String(process.pid)}`;
  try {
    makeFolders(txnPath(join(prepared, ...rest)));
    sign(txnPath(join(prepared, ...rest)), names.length);
    renameSync(prepared, join(base, first));
  } catch (error) {
    rmSync(prepared, { recursive: true, force: true });
    throw error;
  }
  return names.length;
}

const sign = (folder: string, created: number): void => {
  writeFileSync(join(folder, 'owner.1'), JSON.stringify(thisOwner(created)), { flag: 'wx' });
};

/** The nearest folder that exists, then the names below it that do not. */
export function missing(root: string): [base: string, ...names: string[]] {
  const names: string[] = [];
  let base = root;
  while (!existsSync(base) && dirname(base) !== base) {
    names.unshift(basename(base));
    base = dirname(base);
  }
  return [base, ...names];
}

/** Beside an absent root; the name is hashed so that it never grows too long. */
export const preparedPrefix = (base: string, name: string): string => {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return join(base, `.groundwork-${hash}-`);
};

/**
 * Removes the transaction, `.groundwork` if nothing else is in it, and the folders made for the root as far as they are empty.
 * Never throws: by now the outcome is certain, and what the system keeps us from removing is left to `recover`.
 * @param created how many of those there are; 0 keeps the root
 */
export function releaseLock(root: string, created: number): void {
  const leaving = privatePath(root, process.pid);
  try {
    // In one step, so that nobody meets a transaction that is half gone and takes it over.
    renameSync(txnPath(root), leaving);
    rmSync(leaving, { recursive: true, force: true });
  } catch {
    return;
  }
  removeIfEmpty(join(root, stateFolder));
  let folder = root;
  for (let count = 0; count < created && removeIfEmpty(folder); count++) folder = dirname(folder);
}
