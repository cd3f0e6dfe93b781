import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { columns } from '../../src/data/columns.ts';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';
import { openImpatient } from '../support/impatient-database.ts';
import { run } from '../support/server.ts';
import { endOtherSessions, slowStatement } from '../support/server-words.ts';

const outage = { kind: 'unavailable' };
const one = sql<{ one: number }>`select 1 as one`;

/** Takes connections and never says a word. */
async function silentPort(): Promise<number> {
  const server = createServer((socket) => void socket.on('error', () => {}));
  onTestFinished(() => void server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

test.each([
  ['is not there', async () => 1],
  ['never answers', silentPort],
])('a server that %s is an outage', async (_name, port) => {
  const url = new URL(await emptyDatabaseUrl());
  url.port = String(await port());
  const { check } = openImpatient(url.href);
  await expect(check()).rejects.toMatchObject(outage);
});

test('a statement that takes too long is an outage, and the next one is not', async () => {
  const { kysely } = openImpatient(await emptyDatabaseUrl());
  await expect(slowStatement.execute(kysely)).rejects.toMatchObject(outage);
  expect((await one.execute(kysely)).rows).toEqual([{ one: 1 }]);
});

test('migrations take the time that they need', async () => {
  const variables = {
    DATABASE_URL: await emptyDatabaseUrl(),
    DATABASE_STATEMENT_TIMEOUT_MS: '1',
  };
  expect(await run('src/data/migrate.ts', variables).outcome).toMatchObject({ code: 0 });
});

test('a connection that is not free in time is an outage', async () => {
  const { kysely } = openImpatient(await emptyDatabaseUrl());
  await kysely.transaction().execute(async (transaction) => {
    await expect(one.execute(kysely)).rejects.toMatchObject(outage);
    await one.execute(transaction);
  });
  expect((await one.execute(kysely)).rows).toEqual([{ one: 1 }]);
});

test('connections that the server ends are replaced', async () => {
  const url = await emptyDatabaseUrl();
  const [{ kysely }, other] = [openTestDatabase(url), openTestDatabase(url)];
  await one.execute(kysely);
  await endOtherSessions(other.kysely);
  await expect.poll(async () => (await one.execute(kysely)).rows).toEqual([{ one: 1 }]);
});

test('a session that the server ends within a transaction is an outage', async () => {
  const url = await emptyDatabaseUrl();
  const [{ kysely }, other] = [openTestDatabase(url), openTestDatabase(url)];
  const work = kysely.transaction().execute(async (transaction) => {
    await one.execute(transaction);
    await endOtherSessions(other.kysely);
    await one.execute(transaction);
  });
  await expect(work).rejects.toMatchObject(outage);
  expect((await one.execute(kysely)).rows).toEqual([{ one: 1 }]);
});

test.each([
  ['is too long', columns.string(100), 'a'.repeat(101)],
  ['is too large', columns.integer, 2_147_483_648],
])('a value that %s is told as such', async (_name, type, value) => {
  const { kysely } = openTestDatabase(await emptyDatabaseUrl());
  await kysely.schema.createTable('cells').addColumn('value', type).execute();
  const db = kysely.withTables<{ cells: { value: unknown } }>();
  const writing = db.insertInto('cells').values({ value }).execute();
  await expect(writing).rejects.toMatchObject({ rule: 'range' });
});

test.each([
  ['is there already', { name: 'hunter2', size: 1 }],
  ['lacks a value', { name: 'hunter2 as well', size: null }],
  ['has a wrong value', { name: 'other', size: 'hunter2' }],
])('what a row that %s holds is not told', async (_name, row) => {
  const { kysely } = openTestDatabase(await emptyDatabaseUrl());
  await kysely.schema
    .createTable('secrets')
    .addColumn('name', columns.string(20), (column) => column.notNull().unique())
    .addColumn('size', columns.integer, (column) => column.notNull())
    .execute();
  const db = kysely.withTables<{ secrets: { name: string; size: unknown } }>();
  await db.insertInto('secrets').values({ name: 'hunter2', size: 0 }).execute();
  const writing = db.insertInto('secrets').values(row).execute();
  const error = await writing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  expect(inspect(error, { depth: null })).not.toContain('hunter2');
});

test('a wrong TEST_DATABASE_URL is told in one line before the first test', async () => {
  const url = new URL(await emptyDatabaseUrl());
  url.port = '1';
  const { outcome } = run(
    "--eval import('./test/support/around-tests.ts').then(({default:setUp})=>setUp())",
    { TEST_DATABASE_URL: url.href },
  );
  const { code, stderr } = await outcome;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^TEST_DATABASE_URL: .+\n$/);
});
