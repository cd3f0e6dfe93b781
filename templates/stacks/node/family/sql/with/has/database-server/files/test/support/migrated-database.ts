import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../src/data/database.ts';
import { migrate } from '../../src/data/migrate.ts';
import { testConfig } from './config.ts';
import { createDatabase } from './create-database.ts';
import { deleteRows } from './delete-rows.ts';

interface Migrated {
  readonly database: Database;
  readonly tables: readonly string[];
}

/** To empty a database takes less time than to make and migrate another. */
const idle: Migrated[] = [];

/** A database without rows, nobody else's until the test is finished. */
export async function migratedDatabase(): Promise<Database> {
  const migrated = idle.pop() ?? (await migrateAnother());
  onTestFinished(async () => {
    await deleteRows(migrated.database.kysely, migrated.tables);
    idle.push(migrated);
  });
  return migrated.database;
}

async function migrateAnother(): Promise<Migrated> {
  const { url } = await createDatabase();
  const database = openDatabase(testConfig({ DATABASE_URL: url }));
  await migrate(database);
  const tables = await database.kysely.introspection.getTables();
  return { database, tables: tables.map(({ name }) => name) };
}
