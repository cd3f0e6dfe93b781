import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removeIfEmpty } from './folders.ts';
import { stateFolder } from './layout.ts';
import { missing, preparedPrefix } from './lock.ts';
import { isPidAlive } from './owner.ts';
import { assertInsideRoot } from './paths.ts';
import { hasCode } from './system-error.ts';

/**
 * Removes the private folders of dead processes: locks that they had not taken yet, or had released.
 * @returns whether there were any
 */
export function sweep(root: string): boolean {
  const [base, first] = missing(root);
  const prefix =
    first === undefined ? join(root, stateFolder, 'txn-') : preparedPrefix(base, first);
  const folder = dirname(prefix);
  if (first === undefined) assertInsideRoot(root, stateFolder);
  let found = false;
  for (const name of namesIn(folder)) {
    if (!isAbandoned(name, basename(prefix))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
    found = true;
  }
  if (first === undefined) removeIfEmpty(folder);
  return found;
}

/** Our own number is an earlier process's: we hold such a folder only while nothing else of ours runs. */
function isAbandoned(name: string, prefix: string): boolean {
  const pid = name.startsWith(prefix) ? name.slice(prefix.length) : '';
  return /^[1-9]\d{0,9}$/.test(pid) && (Number(pid) === process.pid || !isPidAlive(Number(pid)));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EACCES', 'ENOTDIR')) return [];
    throw error;
  }
}
