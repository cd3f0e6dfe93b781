import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connectionOptions } from '../../src/data/connection-options.ts';
import { databaseUrl } from '../../src/data/database-url.ts';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';
import { openImpatient } from '../support/impatient-database.ts';
import { openProxy } from '../support/proxy.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test.each([
  'mysql://app@localhost/app',
  'mysql://app:secret@[::1]:3306/app?ssl-mode=VERIFY_IDENTITY&ssl-ca=/etc/ca.pem',
])('takes %s', (url) => {
  expect(databaseUrl.parse(url)).toBe(url);
});

test.each([
  'mysql://app@localhost',
  'mysql://app@localhost/',
  'https://app@localhost/app',
  'mysql://app@localhost/app?ssl-mode=PREFERRED',
  'mysql://app@localhost/app?ssl-ca=/etc/ca.pem',
  'mysql://app@localhost/app?ssl-mode=REQUIRED&ssl-ca=/etc/ca.pem',
  'mysql://app@localhost/app?ssl-mode=VERIFY_IDENTITY&ssl-mode=DISABLED',
  'mysql://app@localhost/app?multipleStatements=true',
])('refuses %s', (url) => {
  expect(databaseUrl.safeParse(url).success).toBe(false);
});

test('a certificate that would check nothing is refused with what to write', () => {
  const { error } = databaseUrl.safeParse('mysql://app@localhost/app?ssl-ca=/etc/ca.pem');
  expect(error?.message).toContain('ssl-mode=VERIFY_IDENTITY');
});

test('a URL is read as such, with what is escaped in it', () => {
  expect(connectionOptions('mysql://a%40b:p%2Fw@[::1]/my%20data')).toEqual({
    host: '::1',
    port: 3306,
    user: 'a@b',
    password: 'p/w',
    database: 'my data',
  });
});

test('who answers is checked where the URL says so', async () => {
  const authority = join(await temporaryFolder(), 'ca.pem');
  await writeFile(authority, 'a certificate');
  const url = 'mysql://app@localhost/app';
  expect(connectionOptions(`${url}?ssl-mode=REQUIRED`).ssl).toEqual({
    rejectUnauthorized: false,
    verifyIdentity: false,
  });
  expect(connectionOptions(`${url}?ssl-mode=VERIFY_IDENTITY&ssl-ca=${authority}`).ssl).toEqual({
    rejectUnauthorized: true,
    verifyIdentity: true,
    ca: 'a certificate',
  });
});

test('what SQL takes for the end of a text stays in it', async () => {
  const { kysely } = openTestDatabase(await emptyDatabaseUrl());
  const hostile = `'; drop table x; -- \\' \\\\ " \0`;
  const { rows } = await sql<{ text: string }>`select ${hostile} as text`.execute(kysely);
  expect(rows).toEqual([{ text: hostile }]);
});

test('of two columns of one name the last one is read, once', async () => {
  const { kysely } = openTestDatabase(await emptyDatabaseUrl());
  const twice = sql`select cast('2026-01-02' as datetime(3)) as a, cast(1 as signed) as a,
    cast('2026-01-02 03:04:05.006' as datetime(3)) as a`;
  const { rows } = await twice.execute(kysely);
  expect(rows).toEqual([{ a: new Date('2026-01-02T03:04:05.006Z') }]);
});

test('a write that waits for a row gives up with who asked for it', async () => {
  const url = await emptyDatabaseUrl();
  const [{ kysely }, other] = [openTestDatabase(url), openImpatient(url)];
  await sql`create table counts (count integer)`.execute(kysely);
  await sql`insert into counts values (0)`.execute(kysely);
  // As on the one of the two servers that has no such limit for writes.
  await sql`set max_statement_time = 0`.execute(other.kysely).catch(() => undefined);
  const addition = sql`update counts set count = count + 1`;
  await kysely.transaction().execute(async (holder) => {
    await addition.execute(holder);
    await expect(addition.execute(other.kysely)).rejects.toMatchObject({ kind: 'unavailable' });
    // The shortest time that this server knows.
    await sleep(1500);
  });
  expect((await sql`select count from counts`.execute(kysely)).rows).toEqual([{ count: 1 }]);
});

test('a server that falls silent before a connection is set up is an outage, and holds no place', async () => {
  const proxy = await openProxy(await emptyDatabaseUrl());
  const { kysely } = openImpatient(proxy.url);
  const one = sql`select 1 as one`;
  proxy.silenceAt('time_zone');
  await expect(one.execute(kysely)).rejects.toMatchObject({ kind: 'unavailable' });
  proxy.speak();
  await expect.poll(async () => (await one.execute(kysely)).rows).toEqual([{ one: 1 }]);
});
