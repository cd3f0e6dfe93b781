import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../src/data/database.ts';
import { testConfig } from './config.ts';
import { createDatabase } from './create-database.ts';

/** An empty database that several processes can open, gone when the test is finished. */
export async function emptyDatabaseUrl(): Promise<string> {
  const { url, remove } = await createDatabase();
  onTestFinished(remove);
  return url;
}

/** An open database, closed when the test is finished. */
export function openTestDatabase(url: string): Database {
  const database = openDatabase(testConfig({ DATABASE_URL: url }));
  onTestFinished(() => database.close());
  return database;
}
