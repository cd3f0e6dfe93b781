import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../src/data/database.ts';
import { testConfig } from './config.ts';

/** An open database with a single connection and no patience, closed when the test is finished. */
export function openImpatient(url: string): Database {
  const config = testConfig({
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: '1',
    DATABASE_CONNECT_TIMEOUT_MS: '200',
    DATABASE_STATEMENT_TIMEOUT_MS: '200',
  });
  const database = openDatabase(config);
  onTestFinished(() => database.close());
  return database;
}
