import type { Database } from '../../src/data/database.ts';
import { migrate } from '../../src/data/migrate.ts';
import { openTestDatabase } from './database.ts';

/** A database without rows in memory, closed when the test is finished. */
export async function migratedDatabase(): Promise<Database> {
  const database = openTestDatabase('file::memory:');
  await migrate(database);
  return database;
}
