import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Database } from '../../src/data/database.ts';
import { migrate } from '../../src/data/migrate.ts';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';
import { migrationsFolder } from '../support/migrations-folder.ts';
import { run } from '../support/server.ts';

async function openEmpty(): Promise<Database> {
  return openTestDatabase(await emptyDatabaseUrl());
}

const create = (table: string) =>
  `await db.schema.createTable('${table}').addColumn('id', 'integer').execute();`;

test('migrations run in the order of their names, and only once', async () => {
  const folder = await migrationsFolder({ '2_second': create('b'), '1_first': create('a') });
  const database = await openEmpty();
  expect(await migrate(database, folder)).toEqual(['1_first', '2_second']);
  expect(await migrate(database, folder)).toEqual([]);
});

test('an older migration that another branch brings later still runs', async () => {
  const folder = await migrationsFolder({ '2_second': create('b') });
  const database = await openEmpty();
  await migrate(database, folder);
  await writeFile(join(folder, '1_first.js'), `export async function up(db) { ${create('a')} }`);
  expect(await migrate(database, folder)).toEqual(['1_first']);
});

test('a migration that fails is named, and runs again the next time', async () => {
  const folder = await migrationsFolder({ '1_wrong': `throw new Error('no');` });
  const database = await openEmpty();
  const failure = { message: 'migration 1_wrong failed:', cause: new Error('no') };
  await expect(migrate(database, folder)).rejects.toMatchObject(failure);
  await expect(migrate(database, folder)).rejects.toMatchObject(failure);
});

test('without any migration there is nothing to do', async () => {
  const folder = await migrationsFolder({});
  expect(await migrate(await openEmpty(), join(folder, 'nowhere'))).toEqual([]);
});

test('the command can be run twice, and by two processes at once', async () => {
  const variables = { DATABASE_URL: await emptyDatabaseUrl() };
  const script = 'src/data/migrate.ts';
  const [one, other] = await Promise.all([
    run(script, variables).outcome,
    run(script, variables).outcome,
  ]);
  expect([one.stderr, other.stderr]).toEqual(['', '']);
  expect([one.stdout, other.stdout]).toContain('nothing to do\n');
  const again = await run(script, variables).outcome;
  expect(again).toEqual({ code: 0, stdout: 'nothing to do\n', stderr: '' });
});
