import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Permission = `${string}:${'read' | 'write' | 'any' | 'manage'}`;

/** All that a role can grant: each module says in a file of its own what there is to grant. */
export const permissions: readonly Permission[] = await declared(
  join(import.meta.dirname, '../../modules'),
);

async function declared(folder: string): Promise<Permission[]> {
  const found: Permission[] = [];
  for await (const file of glob('*/*.permissions.{js,ts}', { cwd: folder })) {
    const url = pathToFileURL(join(folder, file)).href;
    const module = (await import(url)) as { readonly permissions: readonly Permission[] };
    found.push(...module.permissions);
  }
  return found.toSorted((one, other) => (one < other ? -1 : 1));
}
