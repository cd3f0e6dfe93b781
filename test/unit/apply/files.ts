import { createHash } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Expected, Operation } from '../../../generators/core/apply/operation.ts';

export function put(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    chmodSync(join(root, path), 0o644);
  }
}

/** Everything below a folder, folders and links too: path -> what stands there. */
export function snapshot(root: string): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (folder: string): void => {
    for (const name of readdirSync(join(root, folder)).toSorted()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      found[path] = show(join(root, path));
      if (found[path] === 'folder') walk(path);
    }
  };
  walk('');
  return found;
}

function show(path: string): string {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return `link to ${readlinkSync(path)}`;
  if (stats.isDirectory()) return 'folder';
  return file(readFileSync(path, 'utf8'), stats.mode & 0o777);
}

/** How `snapshot` shows a file. */
export const file = (content: string, mode = 0o644): string => `${mode.toString(8)} ${content}`;

export const hashOf = (content: string): Expected => ({
  sha256: createHash('sha256').update(content).digest('hex'),
});

/** @param before the content that the plan saw; none for a file that was not there */
export const write = (path: string, content: string, before?: string, mode = 0o644): Operation => ({
  kind: 'write',
  path,
  content: Buffer.from(content),
  mode,
  expected: before === undefined ? 'absent' : hashOf(before),
});

export const remove = (path: string, before: string): Operation => ({
  kind: 'delete',
  path,
  expected: hashOf(before),
});

/** A write during whose staging `happens` is called: what another program does between plan and commit. */
export const writeWhile = (path: string, happens: () => unknown): Operation => ({
  kind: 'write',
  path,
  get content() {
    happens();
    return Buffer.from('staged');
  },
  mode: 0o644,
  expected: 'absent',
});
