import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digest, stands } from './content.ts';
import { makeFolders, removeIfEmpty } from './folders.ts';
import { changed, wanted } from './guard.ts';
import type { Entry, Journal } from './journal.ts';
import { savedPath, stagedPath } from './layout.ts';

import { assertInsideRoot } from './paths.ts';

/**
 * Carries out a committed journal, from wherever an earlier replay or undo stopped.
 * Synchronous on purpose: nothing of ours runs in between, and the window for others is short.
 * @throws Refusal or system error where it cannot go on; `undo` then takes everything back
 */
export function replay(root: string, journal: Journal): void {
  journal.entries.forEach((entry, index) => {
    replayEntry(root, entry, index);
  });
  for (const entry of journal.entries) if (entry.kind === 'delete') prune(root, entry.path);
}

/** One step of `replay`. */
export function replayEntry(root: string, entry: Entry, index: number): void {
  const staged = stagedPath(root, index);
  if (entry.kind === 'write' && !stands(staged)) return; // It has been moved to its target already.
  assertInsideRoot(root, entry.path);
  saveOld(root, entry, index);
  if (entry.kind === 'delete') return;
  const target = join(root, entry.path);
  makeFolders(dirname(target));
  renameSync(staged, target);
}

/** Moves what stands at the target aside, and only there hashes it: no edit can come in between, and undo gives it back. */
function saveOld(root: string, entry: Entry, index: number): void {
  const target = join(root, entry.path);
  const saved = savedPath(root, index);
  if (!stands(saved)) {
    const found = stands(target);
    if (found === (entry.expected === 'absent')) throw changed(entry.path);
    if (!found) return;
    renameSync(target, saved);
  }
  if (stands(target) || digest(saved) !== wanted(entry)) throw changed(entry.path);
}

/** Git knows no empty folders, so one that a deletion has emptied would be a leftover. */
function prune(root: string, path: string): void {
  assertInsideRoot(root, path);
  let name = dirname(path);
  while (name !== '.' && removeIfEmpty(join(root, name))) name = dirname(name);
}
