import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { digest, stands } from './content.ts';
import { makeFolders, removeIfEmpty } from './folders.ts';
import type { Entry, Journal } from './journal.ts';
import { savedPath, stagedPath } from './layout.ts';

import { assertInsideRoot } from './paths.ts';

/**
 * Takes a replay back, from wherever it stopped. Every step is the exact reverse rename, so it needs no space,
 * and replay can start again from any state that a killed undo leaves.
 * @throws Refusal or system error where it cannot go on; the journal must then stay
 */
export function undo(root: string, journal: Journal): void {
  for (const [index, entry] of [...journal.entries.entries()].toReversed()) {
    undoEntry(root, entry, index);
  }
  for (const folder of journal.folders.toReversed()) {
    assertInsideRoot(root, folder);
    removeIfEmpty(join(root, folder));
  }
}

/** One step of `undo`. */
export function undoEntry(root: string, entry: Entry, index: number): void {
  const staged = stagedPath(root, index);
  const saved = savedPath(root, index);
  const target = join(root, entry.path);
  assertInsideRoot(root, entry.path);
  if (entry.kind === 'write' && !stands(staged) && stands(target)) {
    if (digest(target) !== entry.sha256) throw edited(entry.path);
    renameSync(target, staged);
  }
  if (!stands(saved)) return;
  if (stands(target)) throw edited(entry.path);
  makeFolders(dirname(target));
  renameSync(saved, target);
}

const edited = (path: string): Refusal =>
  new Refusal(
    `"${path}" was edited after a write that did not finish; move it elsewhere and run the command again.`,
  );
