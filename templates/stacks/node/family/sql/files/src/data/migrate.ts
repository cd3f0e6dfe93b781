import { glob } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Migration, Migrator } from 'kysely/migration';
import { readConfig } from '../config.ts';
import { type Database, openDatabase } from './database.ts';
import { orExit } from '../lib/or-exit.ts';

/** Runs every migration that has not run yet, each whole or not at all; returns their names. */
export async function migrate(database: Database, folder?: string): Promise<string[]> {
  const { error, results = [] } = await migratorOf(database, folder).migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}

export function migratorOf(database: Database, folder = join(import.meta.dirname, 'migrations')) {
  return new Migrator({
    db: database.kysely,
    provider: { getMigrations: () => migrationsIn(folder) },
    // Two branches may each add a migration; the one merged later may be the older one.
    allowUnorderedMigrations: true,
  });
}

/** Names carry no extension, so that `src` and `dist` agree on what has run. */
async function migrationsIn(folder: string): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {};
  for await (const file of glob('*.{js,ts}', { cwd: folder })) {
    const url = pathToFileURL(join(folder, file)).href;
    migrations[parse(file).name] = (await import(url)) as Migration;
  }
  return migrations;
}

if (import.meta.main) {
  const config = await orExit(readConfig);
  const database = await orExit(() => openDatabase(config), 'DATABASE_URL');
  await orExit(database.check, 'DATABASE_URL');
  try {
    const names = await migrate(database);
    process.stdout.write(names.map((name) => `migrated ${name}\n`).join('') || 'nothing to do\n');
  } finally {
    await database.close();
  }
}
