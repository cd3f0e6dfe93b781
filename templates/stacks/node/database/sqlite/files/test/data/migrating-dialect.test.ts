import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '../../src/data/migrate.ts';
import { openTestDatabase } from '../support/database.ts';
import { migrationsFolder } from '../support/migrations-folder.ts';

const create = `
  await db.schema.createTable('parts').addColumn('id', 'integer', (id) => id.primaryKey())
    .addColumn('whole', 'integer')
    .addForeignKeyConstraint('parts_whole_fk', ['whole'], 'parts', ['id'], (key) => key.onDelete('cascade'))
    .execute();
  await db.insertInto('parts').values([{ id: 1 }, { id: 2, whole: 1 }]).execute();
`;
const copy = (where: string) => `
  await db.schema.createTable('copies').addColumn('id', 'integer', (id) => id.primaryKey())
    .addColumn('whole', 'integer')
    .addForeignKeyConstraint('parts_whole_fk', ['whole'], 'parts', ['id'])
    .execute();
  await db.insertInto('copies').expression(db.selectFrom('parts').selectAll()${where}).execute();
  await db.schema.dropTable('parts').execute();
  await db.schema.alterTable('copies').renameTo('parts').execute();
`;

const ids = (database: ReturnType<typeof openTestDatabase>) =>
  sql`select "id" from "parts"`.execute(database.kysely).then(({ rows }) => rows);

test('a table can be put in the place of another, and its rows are not taken for deleted', async () => {
  const database = openTestDatabase('file::memory:');
  await migrate(database, await migrationsFolder({ '1_create': create, '2_copy': copy('') }));
  expect(await ids(database)).toEqual([{ id: 1 }, { id: 2 }]);
});

test('migrations after which rows would refer to nothing are taken back', async () => {
  const database = openTestDatabase('file::memory:');
  await migrate(database, await migrationsFolder({ '1_create': create }));
  const folder = await migrationsFolder({
    '1_create': create,
    '2_copy': copy(".where('id', '=', 2)"),
  });
  const wanted = 'After these migrations, rows of parts would refer to no row of parts.';
  await expect(migrate(database, folder)).rejects.toHaveProperty('cause.message', wanted);
  expect(await ids(database)).toEqual([{ id: 1 }, { id: 2 }]);
});

test('when migrations have run, references are held again', async () => {
  const database = openTestDatabase('file::memory:');
  await migrate(database, await migrationsFolder({ '1_create': create }));
  const insertion = sql`insert into "parts" ("id", "whole") values (3, 9)`;
  await expect(insertion.execute(database.kysely)).rejects.toThrow('reference');
});
