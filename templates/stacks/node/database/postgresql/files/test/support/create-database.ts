import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { testServerUrl } from './test-server.ts';

/** An empty database of its own for whoever asks, until they remove it. */
export async function createDatabase() {
  const prefix = process.env.TEST_DATABASE_PREFIX ?? 'test_';
  const name = `${prefix}${randomBytes(8).toString('hex')}`;
  const url = new URL(testServerUrl());
  url.pathname = `/${name}`;
  await atServer((client) => client.query(`create database ${name}`));
  return { url: url.href, remove: () => removeDatabases(name) };
}

/** Removes all databases whose names begin so. */
export async function removeDatabases(prefix: string): Promise<void> {
  await atServer(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { name } of rows) {
      // But for the server's own work, such as autovacuum: a user may not end it, and a drop does.
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = current_user',
        [name],
      );
      await client.query(`drop database ${name}`);
    }
  });
}

async function atServer<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({
    connectionString: testServerUrl(),
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
