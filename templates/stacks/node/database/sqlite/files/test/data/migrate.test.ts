import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '../../src/data/migrate.ts';
import { openTestDatabase, sharedDatabaseUrl } from '../support/database.ts';
import { run } from '../support/server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function folderOf(migrations: Record<string, string>) {
  const folder = await temporaryFolder();
  const sources = Object.entries(migrations).map(([name, statements]) =>
    writeFile(join(folder, `${name}.js`), `export async function up(db) { ${statements} }`),
  );
  await Promise.all(sources);
  return folder;
}

const create = (table: string) =>
  `await db.schema.createTable('${table}').addColumn('id', 'text').execute();`;

test('migrations run in the order of their names, and only once', async () => {
  const folder = await folderOf({ '2_second': create('b'), '1_first': create('a') });
  const database = openTestDatabase();
  expect(await migrate(database, folder)).toEqual(['1_first', '2_second']);
  expect(await migrate(database, folder)).toEqual([]);
});

test('an older migration that another branch brings later still runs', async () => {
  const folder = await folderOf({ '2_second': create('b') });
  const database = openTestDatabase();
  await migrate(database, folder);
  await writeFile(join(folder, '1_first.js'), `export async function up(db) { ${create('a')} }`);
  expect(await migrate(database, folder)).toEqual(['1_first']);
});

test('a migration that fails leaves nothing behind', async () => {
  const folder = await folderOf({ '1_half': `${create('a')} throw new Error('half');` });
  const database = openTestDatabase();
  await expect(migrate(database, folder)).rejects.toThrow('half');
  const tables = await database.kysely.introspection.getTables();
  expect(tables.map(({ name }) => name)).not.toContain('a');
});

test('without any migration there is nothing to do', async () => {
  const folder = await folderOf({});
  expect(await migrate(openTestDatabase(), join(folder, 'nowhere'))).toEqual([]);
});

test('the command can be run twice, and by two processes at once', async () => {
  const variables = { DATABASE_URL: await sharedDatabaseUrl() };
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
