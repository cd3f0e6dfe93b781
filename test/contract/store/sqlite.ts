import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store, Stores } from './store.ts';

const main = 'store.db';

/** Empties `target`, then moves every file of `source` into it. */
async function move(source: string, target: string): Promise<void> {
  for (const name of await readdir(target)) await rm(join(target, name));
  for (const name of await readdir(source)) await rename(join(source, name), join(target, name));
}

function dropTables(file: string): void {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA foreign_keys = off');
  const tables = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
    .all();
  for (const { name } of tables) database.exec(`DROP TABLE "${String(name)}"`);
  database.close();
}

/** A file in a folder of its own that begins with these bytes; none make an empty database, too. */
async function create(content: Uint8Array = new Uint8Array()): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'contract-store-'));
  const away = await mkdtemp(join(tmpdir(), 'contract-away-'));
  const file = join(folder, main);
  await writeFile(file, content);
  return {
    url: `file:${file}`,
    snapshot: async () => {
      const bytes = await readFile(file);
      return { create: () => create(bytes), remove: () => Promise.resolve() };
    },
    takeAway: () => move(folder, away),
    bringBack: () => move(away, folder),
    disconnect: () => Promise.resolve(),
    ruin: async () => {
      dropTables(file);
      await Promise.resolve();
    },
    // SQLite removes the files beside the database when the last connection is closed.
    leftovers: async () => (await readdir(folder)).filter((name) => name !== main),
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      await rm(away, { recursive: true, force: true });
    },
  };
}

/** Files. */
export const sqliteStores: Stores = {
  create: () => create(),
  isServer: false,
  wrongUrls: ['postgres://somewhere/else', 'data/app.db'],
};
