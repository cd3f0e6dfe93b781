import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cast } from '../../model/load.ts';
import { folderFor } from '../../model/migration-place.ts';
import type { Known } from '../../render/migrate.ts';
import { lastOf } from '../../render/render.ts';

const namesIn = (root: string, folder: string): readonly string[] =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).toSorted() : [];

/** The migrations of a project by their folders, whoever wrote them; those of tables that are gone, too. */
export function migrationsOnDisk(root: string, { stacks }: Cast): Known {
  const place = lastOf(stacks, (stack) => stack.migrations);
  if (place === undefined) return new Map();
  const [head = '', tail] = place.folder.split('<table>');
  const tables = tail === undefined ? [''] : namesIn(root, head);
  return new Map(
    tables
      .map((table) => folderFor(place, table))
      .map((folder) => [folder, namesIn(root, folder)] as const)
      .map(([folder, names]) => [
        folder,
        // Beside those that have numbers stands what makes their folder a package.
        names.filter((name) => place.named === 'by-time' || /^\d/u.test(name)),
      ]),
  );
}
