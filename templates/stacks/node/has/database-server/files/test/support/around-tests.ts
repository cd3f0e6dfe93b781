import { randomBytes } from 'node:crypto';
import { orExit } from '../../src/lib/or-exit.ts';
import { createDatabase, removeDatabases } from './create-database.ts';
import { testServerUrl } from './test-server.ts';

/** Finds the server before the first test does, and leaves nothing on it after the last one. */
export default async function aroundTests(): Promise<() => Promise<void>> {
  const prefix = `test_${randomBytes(4).toString('hex')}_`;
  process.env.TEST_DATABASE_URL = await orExit(testServerUrl);
  process.env.TEST_DATABASE_PREFIX = prefix;
  await orExit(async () => (await createDatabase()).remove(), 'TEST_DATABASE_URL');
  return () => removeDatabases(prefix);
}
