import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templatesFolder } from './templates-folder.ts';

/** Where the build leaves the hash of the sources that it was made from. */
export const builtHash = 'hash.txt';

/** Names the exact templates: the first 16 digits of a SHA-256 over paths and contents. */
export function hashTemplates(folder: string = templatesFolder): string {
  const built = join(folder, builtHash);
  if (existsSync(built)) return readFileSync(built, 'utf8');
  const hash = createHash('sha256');
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const path of paths) {
    const content = readFileSync(path);
    hash.update(`${path.slice(folder.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}
