import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether a folder lies in a git repository, also in one that git itself would not talk about. */
export function isInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  return dirname(folder) !== folder && isInRepository(dirname(folder));
}
