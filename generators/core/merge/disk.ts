import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { txnFolder } from '../apply/layout.ts';

/** What git and our own journal keep in a repository is nobody's work. */
const isPassedOver = (path: string): boolean => path === '.git' || path.startsWith(txnFolder);

/**
 * The files below a root, relative with `/`, sorted. Links are listed, never followed; what does not
 * exist, or is no folder, holds nothing.
 */
export function filesBelow(root: string, folder = ''): readonly string[] {
  const here = join(root, folder);
  const stat = lstatSync(here, { throwIfNoEntry: false });
  // The root itself may be a link.
  if (stat === undefined || (folder !== '' && !stat.isDirectory())) return [];
  return readdirSync(here, { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isPassedOver(path)) return [];
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    })
    .toSorted();
}

/** What stands at a path; behind a link or a file on the way there is only something else. */
export function standsAt(root: string, path: string): 'nothing' | 'file' | 'other' {
  const parts = path.split('/');
  for (const index of parts.keys()) {
    const isLast = index === parts.length - 1;
    const here = join(root, ...parts.slice(0, index + 1));
    const stat = lstatSync(here, { throwIfNoEntry: false });
    if (stat === undefined) return 'nothing';
    if (isLast && stat.isFile()) return 'file';
    if (isLast || !stat.isDirectory()) return 'other';
  }
  return 'nothing';
}

/** What a plain file holds, and its permissions. */
export interface Held {
  readonly content: Uint8Array;
  readonly mode: number;
}

export function heldAt(root: string, path: string): Held {
  const full = join(root, path);
  return { content: readFileSync(full), mode: lstatSync(full).mode & 0o777 };
}
