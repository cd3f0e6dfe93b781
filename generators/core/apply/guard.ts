import { accessSync, constants, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { digest, stands } from './content.ts';
import type { Entry } from './journal.ts';
import { txnPath } from './layout.ts';
import { assertInsideRoot } from './paths.ts';

export const wanted = (entry: Entry): string =>
  entry.expected === 'absent' ? 'absent' : entry.expected.sha256;

export const changed = (path: string): Refusal =>
  new Refusal(
    `"${path}" changed while groundwork was working; nothing was written, run the command again.`,
  );

const inTheWay = (path: string): Refusal =>
  new Refusal(
    `"${path}" is a folder where a file is to be written; move it away and run the command again.`,
  );

/**
 * The last look before the commit point: every target is still what the plan saw, and can be replaced.
 * @returns the folders that have to be made, outer ones first
 * @throws Refusal for the first target that changed, lies behind a link, or cannot be written
 */
export function guard(root: string, entries: readonly Entry[]): string[] {
  const real = new Set<string>();
  const made = new Set<string>();
  const checked = new Set<string>();
  const device = lstatSync(txnPath(root)).dev;
  for (const entry of entries) {
    assertInsideRoot(root, entry.path, real);
    const found = digest(join(root, entry.path));
    if (found === 'other') throw inTheWay(entry.path);
    if (found !== wanted(entry)) throw changed(entry.path);
    const folders = foldersOf(entry.path);
    const absent = folders.filter((name) => !real.has(name) && !stands(join(root, name)));
    if (entry.kind === 'write') for (const name of absent) made.add(name);
    const deepest = folders.findLast((name) => !absent.includes(name)) ?? '.';
    if (!checked.has(deepest)) checkFolder(root, deepest, device);
    checked.add(deepest);
  }
  return [...made];
}

/** `a/b/c.ts` -> `a`, `a/b`. */
const foldersOf = (path: string): string[] => {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
};

function checkFolder(root: string, name: string, device: number): void {
  const folder = join(root, name);
  accessSync(folder, constants.W_OK | constants.X_OK);
  if (lstatSync(folder).dev !== device) {
    throw new Refusal(
      `"${name}" lies on another file system than the project, so it cannot be written in one step with the rest; unmount it and run the command again.`,
    );
  }
}
