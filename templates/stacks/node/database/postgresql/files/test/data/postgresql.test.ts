import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseUrl } from '../../src/data/database-url.ts';
import { migrate } from '../../src/data/migrate.ts';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';
import { migrationsFolder } from '../support/migrations-folder.ts';

test.each([
  'postgres://app@localhost/app',
  'postgresql://app:secret@[::1]:5432/app?sslmode=verify-full&sslrootcert=/etc/ca.pem',
])('takes %s', (url) => {
  expect(databaseUrl.parse(url)).toBe(url);
});

test.each([
  'postgres://app@localhost',
  'postgres://app@localhost/',
  'https://app@localhost/app',
  'postgres://app@localhost/app?sslmode=require',
  'postgres://app@localhost/app?options=-c%20search_path=other',
])('refuses %s', (url) => {
  expect(databaseUrl.safeParse(url).success).toBe(false);
});

test('a value that several columns hold together is told with all of them', async () => {
  const { kysely } = openTestDatabase(await emptyDatabaseUrl());
  await sql`create table parts (id integer, "order" integer, unique (id, "order"))`.execute(kysely);
  const insertion = sql`insert into parts values (1, 2)`;
  await insertion.execute(kysely);
  await expect(insertion.execute(kysely)).rejects.toMatchObject({ columns: ['id', 'order'] });
});

test('a migration that fails leaves nothing behind', async () => {
  const half = `await db.schema.createTable('a').addColumn('id', 'integer').execute(); throw new Error('half');`;
  const database = openTestDatabase(await emptyDatabaseUrl());
  const folder = await migrationsFolder({ '1_half': half });
  await expect(migrate(database, folder)).rejects.toThrow('half');
  const tables = await database.kysely.introspection.getTables();
  expect(tables.map(({ name }) => name)).not.toContain('a');
});
