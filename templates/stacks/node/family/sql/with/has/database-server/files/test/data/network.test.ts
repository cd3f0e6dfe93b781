import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';
import { openProxy } from '../support/proxy.ts';
import { startServer } from '../support/server.ts';
import { slowStatement } from '../support/server-words.ts';

const one = sql<{ one: number }>`select 1 as one`;

test('a connection that is reset within a statement is an outage, and the next one is not', async () => {
  const proxy = await openProxy(await emptyDatabaseUrl());
  const { kysely } = openTestDatabase(proxy.url);
  await one.execute(kysely);
  await Promise.all([
    expect(slowStatement.execute(kysely)).rejects.toMatchObject({ kind: 'unavailable' }),
    sleep(200).then(() => proxy.cut()),
  ]);
  expect((await one.execute(kysely)).rows).toEqual([{ one: 1 }]);
});

test('the server stops with exit code 0, though its database says nothing more', async () => {
  const proxy = await openProxy(await emptyDatabaseUrl());
  const { child, outcome, url } = await startServer({
    DATABASE_URL: proxy.url,
    SHUTDOWN_GRACE_MS: '100',
  });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  proxy.silenceAt('');
  child.kill('SIGTERM');
  expect((await outcome).code).toBe(0);
});
