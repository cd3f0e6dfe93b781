import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openTestDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Tables = { parts: { id: string; size: unknown; whole: string | null } };

async function open(url?: string) {
  const { kysely } = openTestDatabase(url);
  await sql`
    create table if not exists parts (id text primary key, size integer unique, whole text references parts (id))
  `.execute(kysely);
  return kysely.withTables<Tables>();
}

function insert(db: Kysely<Tables>, id: string, size: unknown, whole: string | null = null) {
  return db.insertInto('parts').values({ id, size, whole }).execute();
}

test('integers come back as numbers, and exactly where a number is too small', async () => {
  const db = await open();
  await insert(db, 'a', true);
  await insert(db, 'b', 9_007_199_254_740_993n);
  const rows = await db.selectFrom('parts').select('size').orderBy('id').execute();
  expect(rows).toEqual([{ size: 1 }, { size: 9_007_199_254_740_993n }]);
});

test('a taken value is told with its column', async () => {
  const db = await open();
  await insert(db, 'a', 1);
  await expect(insert(db, 'b', 1)).rejects.toMatchObject({ rule: 'unique', columns: ['size'] });
  await expect(insert(db, 'a', 2)).rejects.toMatchObject({ rule: 'unique', columns: ['id'] });
});

test('a reference to nothing, and the end of what is referred to, are told', async () => {
  const db = await open();
  await expect(insert(db, 'a', 1, 'nothing')).rejects.toMatchObject({ rule: 'reference' });
  await insert(db, 'whole', 2);
  await insert(db, 'part', 3, 'whole');
  const removal = db.deleteFrom('parts').where('id', '=', 'whole').execute();
  await expect(removal).rejects.toMatchObject({ rule: 'reference' });
});

test('other errors stay what they are', async () => {
  const db = await open();
  await expect(insert(db, 'a', { no: 'value' })).rejects.toThrow(/bound/);
  await expect(sql`select nonsense`.execute(db)).rejects.toThrow(/nonsense/);
});

test('a transaction that fails leaves nothing', async () => {
  const db = await open();
  const work = db.transaction().execute(async (transaction) => {
    await insert(transaction, 'a', 1);
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(await db.selectFrom('parts').selectAll().execute()).toEqual([]);
});

test('a transaction keeps other writers out from its beginning, not from its first write', async () => {
  const file = join(await temporaryFolder(), 'deep', 'test.db');
  const db = await open(`file:${file}`);
  const other = new DatabaseSync(file, { timeout: 0 });
  onTestFinished(() => other.close());
  await db.transaction().execute(async (transaction) => {
    await transaction.selectFrom('parts').selectAll().execute();
    expect(() => other.exec(`insert into parts values ('a', 1, null)`)).toThrow('locked');
  });
  other.exec(`insert into parts values ('a', 1, null)`);
});

test('text compares by code point', async () => {
  const db = await open();
  for (const [index, id] of ['b', 'B', 'é', 'a'].entries()) await insert(db, id, index);
  const rows = await db.selectFrom('parts').select('id').orderBy('id').execute();
  expect(rows.map(({ id }) => id)).toEqual(['B', 'a', 'b', 'é']);
});

test('more statements than are remembered can be run', async () => {
  const db = await open();
  for (let number = 0; number < 600; number += 1) {
    const { rows } = await sql<{ number: number }>`select ${sql.lit(number)} as number`.execute(db);
    expect(rows).toEqual([{ number }]);
  }
});

test('a file that is moved away is noticed, and also that it is back', async () => {
  const file = join(await temporaryFolder(), 'test.db');
  const { check } = openTestDatabase(`file:${file}`);
  expect(check).not.toThrow();
  await rename(file, `${file}.away`);
  expect(check).toThrow('no longer');
  await rename(`${file}.away`, file);
  expect(check).not.toThrow();
});
