import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../src/data/database.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A database of its own for whoever opens it. */
export const emptyDatabaseUrl = 'file::memory:';

/** A database that several processes can open, gone when the test is finished. */
export async function sharedDatabaseUrl(): Promise<string> {
  return `file:${join(await temporaryFolder(), 'test.db')}`;
}

/** An open database, closed when the test is finished. */
export function openTestDatabase(url = emptyDatabaseUrl): Database {
  const database = openDatabase(url);
  onTestFinished(() => database.close());
  return database;
}
