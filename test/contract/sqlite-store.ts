import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A database file in a folder of its own. */
export interface SqliteStore {
  readonly url: string;
  readonly content: () => Promise<Uint8Array>;
  readonly takeAway: () => Promise<void>;
  readonly bringBack: () => Promise<void>;
  readonly ruin: () => void;
  /** Files beside the database: SQLite removes them when the last connection is closed. */
  readonly leftovers: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

const main = 'store.db';

/** Empties `target`, then moves every file of `source` into it. */
async function move(source: string, target: string): Promise<void> {
  for (const name of await readdir(target)) await rm(join(target, name));
  for (const name of await readdir(source)) await rename(join(source, name), join(target, name));
}

/** A new store that begins with these bytes; SQLite takes an empty file for an empty database. */
export async function createSqliteStore(
  content: Uint8Array = new Uint8Array(),
): Promise<SqliteStore> {
  const folder = await mkdtemp(join(tmpdir(), 'contract-store-'));
  const away = await mkdtemp(join(tmpdir(), 'contract-away-'));
  const file = join(folder, main);
  await writeFile(file, content);

  return {
    url: `file:${file}`,
    content: () => readFile(file),
    takeAway: () => move(folder, away),
    bringBack: () => move(away, folder),
    ruin: () => {
      const database = new DatabaseSync(file);
      database.exec('PRAGMA foreign_keys = off');
      const tables = database
        .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
        .all();
      for (const { name } of tables) database.exec(`DROP TABLE "${String(name)}"`);
      database.close();
    },
    leftovers: async () => (await readdir(folder)).filter((name) => name !== main),
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      await rm(away, { recursive: true, force: true });
    },
  };
}
