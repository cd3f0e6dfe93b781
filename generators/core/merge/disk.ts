import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const sha256 = (content: Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** What git and our own journal keep in a repository is nobody's work. */
const passedOver: ReadonlySet<string> = new Set(['.git', '.groundwork/txn']);

/**
 * The files below a root, relative with `/`, sorted. Links are listed, never followed; a root that
 * does not exist holds nothing.
 */
export function filesBelow(root: string, folder = ''): readonly string[] {
  const here = join(root, folder);
  if (lstatSync(here, { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(here, { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (passedOver.has(path)) return [];
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    })
    .toSorted();
}

/** The content of a plain file; `undefined` when there is nothing at that path. */
export function contentOnDisk(root: string, path: string): Uint8Array | undefined {
  const full = join(root, path);
  return lstatSync(full, { throwIfNoEntry: false })?.isFile() === true
    ? readFileSync(full)
    : undefined;
}

/** Whether something that is no plain file stands at a path. */
export const isOther = (root: string, path: string): boolean =>
  lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() === false;
