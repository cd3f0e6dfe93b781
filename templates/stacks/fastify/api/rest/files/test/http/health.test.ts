import { expect, test } from 'vitest';
import { migrate } from '../../src/data/migrate.ts';
import { buildTestApp } from '../support/app.ts';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';

test('/livez and /readyz answer when all is well', async () => {
  const app = await buildTestApp();
  expect((await app.inject('/livez')).json()).toEqual({ status: 'ok' });
  const ready = await app.inject('/readyz');
  expect(ready.json()).toEqual({ status: 'ok', checks: { database: 'ok' } });
});

test('/readyz tells when the database is down, /livez stays', async () => {
  const database = openTestDatabase(await emptyDatabaseUrl());
  await migrate(database);
  const app = await buildTestApp({ database });
  await database.close();
  const down = await app.inject('/readyz');
  expect(down.statusCode).toBe(503);
  expect(down.headers['retry-after']).toBe('5');
  expect(down.json()).toMatchObject({ type: '/problems/unavailable' });
  expect((await app.inject('/livez')).statusCode).toBe(200);
});
