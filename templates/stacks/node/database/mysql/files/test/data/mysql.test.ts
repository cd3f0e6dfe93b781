import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connectionOptions } from '../../src/data/connection-options.ts';
import { databaseUrl } from '../../src/data/database-url.ts';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';
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
  'mysql://app@localhost/app?multipleStatements=true',
])('refuses %s', (url) => {
  expect(databaseUrl.safeParse(url).success).toBe(false);
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
