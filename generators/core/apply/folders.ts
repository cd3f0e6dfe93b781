import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { stands } from './content.ts';
import { hasCode } from './system-error.ts';

/** As `mkdir -p`; unlike Node's own, which says ENOENT on a read-only disk, with the system's true answer. */
export function makeFolders(folder: string): void {
  // Mostly so, and an error costs ten times what a look does.
  if (stands(folder)) return;
  try {
    mkdirSync(folder);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    if (!hasCode(error, 'ENOENT') || dirname(folder) === folder) throw error;
    makeFolders(dirname(folder));
    mkdirSync(folder);
  }
}

/** @returns whether it has gone: false if something is in it, or the system does not let us */
export function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
