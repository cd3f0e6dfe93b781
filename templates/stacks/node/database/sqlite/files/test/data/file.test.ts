import { once } from 'node:events';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/data/migrate.ts';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';
import { migrationsFolder } from '../support/migrations-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const inMemory = () => openTestDatabase('file::memory:').kysely;

test('a transaction keeps other writers out from its beginning, not from its first write', async () => {
  const file = join(await temporaryFolder(), 'deep', 'test.db');
  const { kysely } = openTestDatabase(`file:${file}`);
  await sql`create table parts (id integer)`.execute(kysely);
  const other = new DatabaseSync(file, { timeout: 0 });
  onTestFinished(() => other.close());
  await kysely.transaction().execute(async (transaction) => {
    await sql`select * from parts`.execute(transaction);
    expect(() => other.exec('insert into parts values (1)')).toThrow('locked');
  });
  other.exec('insert into parts values (1)');
});

test('a new file that another process is just writing to is waited for', async () => {
  const file = join(await temporaryFolder(), 'test.db');
  const writer = `
    const { DatabaseSync } = require('node:sqlite');
    const { parentPort, workerData } = require('node:worker_threads');
    const database = new DatabaseSync(workerData);
    database.exec('begin immediate');
    parentPort.postMessage('writing');
    setTimeout(() => database.exec('create table parts (id integer); commit'), 100);
  `;
  await once(new Worker(writer, { eval: true, workerData: file }), 'message');
  const { kysely } = openTestDatabase(`file:${file}`);
  expect((await sql`select * from parts`.execute(kysely)).rows).toEqual([]);
});

test('a file that cannot be written to is an outage, not a mistake', async () => {
  const db = inMemory();
  await sql`create table parts (id integer)`.execute(db);
  await sql`pragma query_only = on`.execute(db);
  const writing = sql`insert into parts values (1)`.execute(db);
  await expect(writing).rejects.toMatchObject({ kind: 'unavailable' });
});

test('a file that is moved away is noticed, and also that it is back', async () => {
  const url = await emptyDatabaseUrl();
  const file = url.slice('file:'.length);
  const { check } = openTestDatabase(url);
  await check();
  await rename(file, `${file}.away`);
  await expect(check()).rejects.toThrow('no longer');
  await rename(`${file}.away`, file);
  await check();
});

test('a migration that fails leaves nothing behind', async () => {
  const half = `await db.schema.createTable('a').addColumn('id', 'integer').execute(); throw new Error('half');`;
  const database = openTestDatabase('file::memory:');
  const folder = await migrationsFolder({ '1_half': half });
  await expect(migrate(database, folder)).rejects.toThrow('1_half');
  const tables = await database.kysely.introspection.getTables();
  expect(tables.map(({ name }) => name)).not.toContain('a');
});

test('what has no declared type is a number, also beside a column of big ones', async () => {
  const db = inMemory();
  await sql`create table parts (id bigint, size BIGINT, count integer)`.execute(db);
  await sql`insert into parts values (1, 9007199254740993, 2)`.execute(db);
  const { rows } = await sql`select parts.*, count(*) as all_of_them, 'x' as x from parts`.execute(
    db,
  );
  expect(rows).toEqual([
    { id: 1n, size: 9_007_199_254_740_993n, count: 2, all_of_them: 1, x: 'x' },
  ]);
  expect((await sql`select count(*) as count from parts`.execute(db)).rows).toEqual([{ count: 1 }]);
});

test('a table that another process changed is read as it is now', async () => {
  const url = await emptyDatabaseUrl();
  const { kysely } = openTestDatabase(url);
  await sql`create table parts (id integer, size integer, done boolean)`.execute(kysely);
  await sql`insert into parts values (1, 2, true)`.execute(kysely);
  const read = async () => (await sql`select * from parts`.execute(kysely)).rows;
  expect(await read()).toEqual([{ id: 1, size: 2, done: true }]);
  const other = new DatabaseSync(url.slice('file:'.length));
  onTestFinished(() => other.close());
  other.exec('alter table parts drop column size; alter table parts add column made datetime');
  expect(await read()).toEqual([{ id: 1, done: true, made: null }]);
});

test('rows can be read one by one', async () => {
  const db = inMemory().withTables<{ parts: { done: boolean } }>();
  await sql`create table parts (done boolean)`.execute(db);
  await sql`insert into parts values (true), (false)`.execute(db);
  const read: boolean[] = [];
  for await (const { done } of db.selectFrom('parts').selectAll().stream()) read.push(done);
  expect(read).toEqual([true, false]);
});

test('more statements than are remembered can be run', async () => {
  const db = inMemory();
  for (let number = 0; number < 600; number += 1) {
    const { rows } = await sql<{ number: number }>`select ${sql.lit(number)} as number`.execute(db);
    expect(rows).toEqual([{ number }]);
  }
});

test('a value that is too long is told as such', async () => {
  const writing = sql`select zeroblob(2000000000)`.execute(inMemory());
  await expect(writing).rejects.toMatchObject({ rule: 'range' });
});

test('what cannot be stored stays the error that it is', async () => {
  const db = inMemory();
  await sql`create table parts (id integer, size integer)`.execute(db);
  const writing = sql`insert into parts values (${1}, ${{ no: 'value' }})`.execute(db);
  await expect(writing).rejects.toThrow(/bound/);
});
