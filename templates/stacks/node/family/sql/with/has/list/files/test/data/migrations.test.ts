import { NO_MIGRATIONS } from 'kysely/migration';
import { expect, test } from 'vitest';
import { migrate, migratorOf } from '../../src/data/migrate.ts';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';

test('every migration can be taken back and run again', async () => {
  const database = openTestDatabase(await emptyDatabaseUrl());
  const names = await migrate(database);
  const { error } = await migratorOf(database).migrateTo(NO_MIGRATIONS);
  expect(error).toBeUndefined();
  expect(await migrate(database)).toEqual(names);
});
