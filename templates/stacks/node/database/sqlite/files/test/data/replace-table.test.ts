import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { columns } from '../../src/data/columns.ts';
import { replaceTable } from '../../src/data/replace-table.ts';
import { openTestDatabase } from '../support/database.ts';

type Tables = {
  parts: { id: number; size: number | string | null; colour: string | null };
  log: { text: string };
};

async function parts(): Promise<{ kysely: Kysely<unknown>; db: Kysely<Tables> }> {
  const { kysely } = openTestDatabase('file::memory:');
  await kysely.schema
    .createTable('parts')
    .addColumn('id', columns.integer, (column) => column.primaryKey().notNull())
    .addColumn('size', columns.integer)
    .addColumn('colour', columns.string(10))
    .execute();
  await kysely.schema.createIndex('parts_colour').on('parts').column('colour').execute();
  await kysely.schema.createTable('log').addColumn('text', columns.string(10)).execute();
  await sql`
    create trigger parts_deleted after delete on parts
    begin insert into log values ('deleted'); end
  `.execute(kysely);
  const db = kysely.withTables<Tables>();
  await db.insertInto('parts').values({ id: 1, size: 5, colour: 'red' }).execute();
  await db.insertInto('parts').values({ id: 2, size: null, colour: null }).execute();
  return { kysely, db };
}

test('rows, indexes and triggers stay, and columns become what they are told to', async () => {
  const { kysely, db } = await parts();
  await replaceTable(
    kysely,
    'parts',
    (table) =>
      table
        .addColumn('id', columns.integer, (column) => column.primaryKey().notNull())
        .addColumn('colour', columns.string(10), (column) => column.unique())
        .addColumn('size', columns.string(5), (column) => column.notNull()),
    { size: sql`coalesce("size", ${'none'})` },
  );
  expect(await db.selectFrom('parts').selectAll().execute()).toEqual([
    { id: 1, colour: 'red', size: '5' },
    { id: 2, colour: null, size: 'none' },
  ]);
  await db.deleteFrom('parts').where('id', '=', 2).execute();
  expect(await db.selectFrom('log').selectAll().execute()).toEqual([{ text: 'deleted' }]);
  await db.schema.dropIndex('parts_colour').execute();
});

test('a column goes only when that is said', async () => {
  const { kysely, db } = await parts();
  await db.schema.dropIndex('parts_colour').execute();
  const withoutColour = (changes: { colour?: null }) =>
    replaceTable(
      kysely,
      'parts',
      (table) => table.addColumn('id', columns.integer).addColumn('size', columns.integer),
      changes,
    );
  await expect(withoutColour({})).rejects.toThrow('parts has a column colour');
  await db.schema.dropTable('_new_parts').execute();
  await withoutColour({ colour: null });
  expect(await db.selectFrom('parts').select(['id', 'size']).execute()).toHaveLength(2);
});
