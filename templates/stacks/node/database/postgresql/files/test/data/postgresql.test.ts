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
  'postgres://app@localhost/app?sslrootcert=/etc/ca.pem',
  'postgres://app@localhost/app?sslmode=disable&sslrootcert=/etc/ca.pem',
  'postgres://app@localhost/app?sslmode=verify-full&sslmode=disable',
  'postgres://app@localhost/app?options=-c%20search_path=other',
])('refuses %s', (url) => {
  expect(databaseUrl.safeParse(url).success).toBe(false);
});

test('a certificate that would check nothing is refused with what to write', () => {
  const { error } = databaseUrl.safeParse('postgres://app@localhost/app?sslrootcert=/etc/ca.pem');
  expect(error?.message).toContain('sslmode=verify-full');
});

test.each([
  ['a time', () => new Date(NaN)],
  [
    'an object',
    () => {
      const self: Record<string, unknown> = {};
      return (self.self = self);
    },
  ],
])('%s that cannot be written is a mistake, no outage', async (_name, value) => {
  const { kysely } = openTestDatabase(await emptyDatabaseUrl());
  const error = await sql`select ${value()}::text`.execute(kysely).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toMatchObject({ kind: 'unavailable' });
});

test('a lock that is not free in time is an outage', async () => {
  const { kysely } = openTestDatabase(await emptyDatabaseUrl());
  const lock = sql`select pg_advisory_xact_lock(1)`;
  await kysely.transaction().execute(async (holder) => {
    await lock.execute(holder);
    const waiting = kysely.transaction().execute(async (other) => {
      await sql`set local lock_timeout = 10`.execute(other);
      await lock.execute(other);
    });
    await expect(waiting).rejects.toMatchObject({ kind: 'unavailable' });
  });
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
  await expect(migrate(database, folder)).rejects.toThrow('1_half');
  const tables = await database.kysely.introspection.getTables();
  expect(tables.map(({ name }) => name)).not.toContain('a');
});
