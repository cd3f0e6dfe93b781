import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A column, and what becomes of its rows when those of the table that it refers to are deleted. */
export interface Referrer {
  readonly table: string;
  readonly column: string;
  readonly target: string;
  readonly onDelete: 'cascade' | 'setNull';
}

/** All that does not keep what it refers to: each module says so in a file of its own. */
export const referrers: readonly Referrer[] = await declared(
  join(import.meta.dirname, '../modules'),
);

async function declared(folder: string): Promise<Referrer[]> {
  const files: string[] = [];
  for await (const file of glob('*/*.on-delete.{js,ts}', { cwd: folder })) files.push(file);
  const found: Referrer[] = [];
  // In one order everywhere, so that rows are locked in one.
  for (const file of files.toSorted()) {
    const url = pathToFileURL(join(folder, file)).href;
    const module = (await import(url)) as { readonly onDelete: readonly Referrer[] };
    found.push(...module.onDelete);
  }
  return found;
}
