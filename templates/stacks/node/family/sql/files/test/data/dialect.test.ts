import { type ColumnDataType, type Expression, type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { columns } from '../../src/data/columns.ts';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';

type Type = ColumnDataType | Expression<unknown>;

type Tables = {
  parts: { id: string; size: number; whole: string | null };
  cells: { id: number; value: unknown };
};

async function parts(): Promise<Kysely<Tables>> {
  const { kysely } = openTestDatabase(await emptyDatabaseUrl());
  await kysely.schema
    .createTable('parts')
    .addColumn('id', columns.string(20), (column) => column.primaryKey().notNull())
    .addColumn('size', columns.integer, (column) => column.notNull().unique())
    .addColumn('whole', columns.string(20))
    .addForeignKeyConstraint('parts_whole_fk', ['whole'], 'parts', ['id'])
    .execute();
  return kysely.withTables<Tables>();
}

function insert(db: Kysely<Tables>, id: string, size: number, whole: string | null = null) {
  return db.insertInto('parts').values({ id, size, whole }).execute();
}

/** A table with these values in a column of this type, and a last row without one. */
async function cells(type: Type, values: readonly unknown[]) {
  const { kysely } = openTestDatabase(await emptyDatabaseUrl());
  await kysely.schema
    .createTable('cells')
    .addColumn('id', columns.integer, (column) => column.primaryKey().notNull())
    .addColumn('value', type)
    .execute();
  const db = kysely.withTables<Tables>();
  for (const [id, value] of [...values, null].entries()) {
    await db.insertInto('cells').values({ id, value }).execute();
  }
  return db;
}

const readBack = (db: Kysely<Tables>) =>
  db.selectFrom('cells').select('value').orderBy('id').execute();

test.each<readonly [string, Type, readonly unknown[]]>([
  ['a string', columns.string(5), ['a', 'B b', "'\\%_", 'ß😀\u{10ffff}', '12345', '1.50']],
  ['a text', columns.text(10_000), ['a\nb', 'é'.repeat(10_000)]],
  ['a URL', columns.url, ['https://example.com/?a=%20', `https://a.example/${'a'.repeat(1900)}`]],
  ['a UUID', columns.uuid, ['01890a5d-ac96-774b-bcce-b302099a8057']],
  ['an integer', columns.integer, [0, -2_147_483_648, 2_147_483_647]],
  ['a bigint', columns.bigint, [0n, 9_007_199_254_740_993n, 2n ** 63n - 1n, -(2n ** 63n)]],
  ['a decimal', columns.decimal(12, 2), ['0.00', '20.00', '19.90', '-0.01', '9999999999.99']],
  ['a whole decimal', columns.decimal(15, 0), ['0', '-999999999999999', '123456789012345']],
  ['a small decimal', columns.decimal(15, 15), ['0.123456789012345', '-0.000000000000001']],
  ['a float', columns.float, [0, 3, -0.1, 1e21, 2.5e-300, Number.MAX_VALUE]],
  ['a boolean', columns.boolean, [true, false]],
  ['a date', columns.date, ['0001-01-01', '2024-02-29', '9999-12-31']],
  [
    'a time',
    columns.datetime,
    ['0001-01-01T00:00:00.000Z', '2026-03-29T01:30:00.001Z', '9999-12-31T23:59:59.999Z'].map(
      (time) => new Date(time),
    ),
  ],
])('%s comes back as it was written, and is found by it', async (_name, type, values) => {
  const db = await cells(type, values);
  expect(await readBack(db)).toEqual([...values, null].map((value) => ({ value })));
  for (const [id, value] of values.entries()) {
    const found = await db.selectFrom('cells').select('id').where('value', '=', value).execute();
    expect(found).toEqual([{ id }]);
  }
});

test('JSON comes back as text that means the same', async () => {
  const values = ['{"b": [1.5, null, true], "a": {"é": "😀"}}', '[]', '{"": ""}'];
  const rows = await readBack(await cells(columns.json, values));
  const meanings = rows.map(({ value }): unknown => JSON.parse(value as string));
  expect(meanings).toEqual([...values, 'null'].map((value): unknown => JSON.parse(value)));
});

test('a taken value is told with its column', async () => {
  const db = await parts();
  await insert(db, 'a', 1);
  await expect(insert(db, 'b', 1)).rejects.toMatchObject({ rule: 'unique', columns: ['size'] });
  await expect(insert(db, 'a', 2)).rejects.toMatchObject({ rule: 'unique', columns: ['id'] });
});

test('a reference to nothing, and the end of what is referred to, are told', async () => {
  const db = await parts();
  await expect(insert(db, 'a', 1, 'nothing')).rejects.toMatchObject({ rule: 'reference' });
  await insert(db, 'whole', 2);
  await insert(db, 'part', 3, 'whole');
  const removal = db.deleteFrom('parts').where('id', '=', 'whole').execute();
  await expect(removal).rejects.toMatchObject({ rule: 'reference' });
});

test('other errors stay what they are', async () => {
  const db = await parts();
  await expect(sql`select nonsense`.execute(db)).rejects.toThrow(/nonsense/);
});

test('a write tells how many rows it met, changed or not', async () => {
  const db = await parts();
  await insert(db, 'a', 1);
  const update = db.updateTable('parts').set({ size: 1 });
  expect(await update.where('id', '=', 'a').executeTakeFirst()).toMatchObject({
    numUpdatedRows: 1n,
  });
  expect(await update.where('id', '=', 'b').executeTakeFirst()).toMatchObject({
    numUpdatedRows: 0n,
  });
  const removal = db.deleteFrom('parts');
  expect(await removal.executeTakeFirst()).toEqual({ numDeletedRows: 1n });
});

test('a transaction that fails leaves nothing', async () => {
  const db = await parts();
  const work = db.transaction().execute(async (transaction) => {
    await insert(transaction, 'a', 1);
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(await db.selectFrom('parts').selectAll().execute()).toEqual([]);
});

test('text is the same only by code point, and sorts by it', async () => {
  const db = await parts();
  const sorted = ['B', 'a', 'b', 'e\u0301', 'é', '～', '😀'];
  for (const [size, id] of sorted.toReversed().entries()) await insert(db, id, size);
  const rows = await db.selectFrom('parts').select('id').orderBy('id').execute();
  expect(rows.map(({ id }) => id)).toEqual(sorted);
  expect(await db.selectFrom('parts').where('id', '>', 'a').select('id').execute()).toHaveLength(5);
});

test('the database answers until it is closed', async () => {
  const { check, close } = openTestDatabase(await emptyDatabaseUrl());
  await check();
  await close();
  await expect(check()).rejects.toBeInstanceOf(Error);
});
