import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** A folder with these migrations: for each name the statements of its `up`. */
export async function migrationsFolder(migrations: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  const sources = Object.entries(migrations).map(([name, statements]) =>
    writeFile(join(folder, `${name}.js`), `export async function up(db) { ${statements} }`),
  );
  await Promise.all(sources);
  return folder;
}
