import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { columns } from '../../src/data/columns.ts';
import { replaceColumn } from '../../src/data/replace-column.ts';
import { openTestDatabase } from '../support/database.ts';

type Tables = {
  parts: { id: number; size: number | string | null; colour: string | null; whole: number | null };
  log: { text: string };
};

async function parts(): Promise<{ kysely: Kysely<unknown>; db: Kysely<Tables> }> {
  const { kysely } = openTestDatabase('file::memory:');
  await kysely.schema
    .createTable('parts')
    .addColumn('id', columns.integer, (column) => column.primaryKey().notNull())
    .addColumn('size', columns.integer)
    .addColumn('colour', columns.string(10), (column) => column.unique().defaultTo('red'))
    .addColumn('whole', columns.integer)
    .addForeignKeyConstraint('parts_whole', ['whole'], 'parts', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await kysely.schema.createIndex('parts_colour').on('parts').column('colour').execute();
  await kysely.schema.createTable('log').addColumn('text', columns.string(10)).execute();
  await sql`
    create trigger parts_deleted after delete on parts
    begin insert into log values ('deleted'); end
  `.execute(kysely);
  const db = kysely.withTables<Tables>();
  await db.insertInto('parts').values({ id: 1, size: 5, colour: 'red' }).execute();
  await db.insertInto('parts').values({ id: 2, size: null, colour: null, whole: 1 }).execute();
  return { kysely, db };
}

/** As migrations do it: references are not held meanwhile. */
async function replace(...told: Parameters<typeof replaceColumn>): Promise<void> {
  const [db] = told;
  await sql`pragma foreign_keys = off`.execute(db);
  await replaceColumn(...told);
  await sql`pragma foreign_keys = on`.execute(db);
}

test('a column becomes what it is told to, and all else stays', async () => {
  const { kysely, db } = await parts();
  await replace(
    kysely,
    'parts',
    'size',
    (table) => table.addColumn('size', columns.string(5), (column) => column.notNull()),
    sql`coalesce("size", ${'none'})`,
  );
  expect(await db.selectFrom('parts').selectAll().execute()).toEqual([
    { id: 1, size: '5', colour: 'red', whole: null },
    { id: 2, size: 'none', colour: null, whole: 1 },
  ]);
  const again = (id: number) => db.insertInto('parts').values({ id, size: 'any' }).execute();
  await expect(again(3)).rejects.toThrow('unique (colour)');
  await expect(again(2)).rejects.toThrow('(id)');
  await db.deleteFrom('parts').where('id', '=', 1).execute();
  expect(await db.selectFrom('parts').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('log').selectAll().execute()).not.toEqual([]);
  await db.schema.dropIndex('parts_colour').execute();
});

test('a column goes with its keys, and another comes', async () => {
  const { kysely, db } = await parts();
  await kysely.schema.dropIndex('parts_colour').execute();
  await replace(kysely, 'parts', 'colour', null);
  await replace(kysely, 'parts', 'whole', null);
  expect(await db.selectFrom('parts').selectAll().execute()).toEqual([
    { id: 1, size: 5 },
    { id: 2, size: null },
  ]);
  await replace(kysely, 'parts', 'colour', (table) =>
    table.addColumn('colour', columns.string(10), (column) => column.unique()),
  );
  expect(await db.selectFrom('parts').select('colour').distinct().execute()).toEqual([
    { colour: null },
  ]);
});

test('views and triggers that name the table stay, and follow what is renamed later', async () => {
  const { kysely, db } = await parts();
  await sql`create view coloured as select id, colour from parts`.execute(kysely);
  await sql`
    create trigger logged after insert on log
    begin update parts set whole = null where id = 2; end
  `.execute(kysely);
  await replace(kysely, 'parts', 'size', null);
  await replace(kysely, 'parts', 'size', (table) => table.addColumn('size', columns.integer));
  await db.insertInto('log').values({ text: 'any' }).execute();
  expect(await db.selectFrom('parts').select(['id', 'whole', 'size']).execute()).toEqual([
    { id: 1, whole: null, size: null },
    { id: 2, whole: null, size: null },
  ]);
  await db.schema.alterTable('parts').renameTo('pieces').execute();
  const { rows } = await sql`select id, colour from coloured order by id`.execute(kysely);
  expect(rows).toEqual([
    { id: 1, colour: 'red' },
    { id: 2, colour: null },
  ]);
});

test('a column that a view names does not go', async () => {
  const { kysely } = await parts();
  await sql`create view sized as select size from parts`.execute(kysely);
  await expect(replaceColumn(kysely, 'parts', 'size', null)).rejects.toThrow('view sized');
});

test('a table of which not all would be kept is left alone', async () => {
  const { kysely } = await parts();
  await sql`create table checked ("check" integer check ("check" > 0))`.execute(kysely);
  await expect(replaceColumn(kysely, 'checked', 'check', null)).rejects.toThrow(
    'checked is made with "check", which is not kept: replace it by hand.',
  );
});
