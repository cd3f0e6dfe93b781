import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { columns } from '../../src/data/columns.ts';
import type { Database } from '../../src/data/database.ts';
import { migrate } from '../../src/data/migrate.ts';
import { createUserRepository } from '../../src/modules/users/users.repository.ts';
import { createUserService } from '../../src/modules/users/users.service.ts';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';
import { run } from '../support/server.ts';

const jo = { email: 'jo@example.com', name: 'Jo', password: 'seven lazy otters' };

let database: Database;
let url: string;

beforeEach(async () => {
  url = await emptyDatabaseUrl();
  database = openTestDatabase(url);
  await migrate(database);
});

const claim = (address: string) =>
  run(`src/commands/claim-rows.ts ${address}`, { DATABASE_URL: url }).outcome;

test('rows without an owner are given to a user, and those of others are not', async () => {
  const service = createUserService(createUserRepository(database));
  const { id } = await service.create({ ...jo, roles: ['user'], mustChangePassword: false });
  const other = randomUUID();
  const db = database.kysely.withTables<{ parts: { owner_id: string | null } }>();
  await db.schema.createTable('parts').addColumn('owner_id', columns.id).execute();
  await db
    .insertInto('parts')
    .values([{ owner_id: other }, { owner_id: null }, { owner_id: null }])
    .execute();
  expect(await claim('Jo@Example.com')).toEqual({
    code: 0,
    stdout: 'Rows that now belong to jo@example.com: 2\n',
    stderr: '',
  });
  const owners = await db.selectFrom('parts').select('owner_id').execute();
  const numberOf = (owner: string) => owners.filter(({ owner_id }) => owner_id === owner).length;
  expect([owners.length, numberOf(other), numberOf(id)]).toEqual([3, 1, 2]);
});

test('nobody without an account is given rows', async () => {
  const { code, stderr } = await claim(jo.email);
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'jo@example.com has no account.\n' });
});

test('what is no e-mail address is no user', async () => {
  const { code, stderr } = await claim('jo');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Usage: /);
});
