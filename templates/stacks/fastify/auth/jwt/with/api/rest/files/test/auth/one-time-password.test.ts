import { expect, test } from 'vitest';
import { migrate } from '../../src/data/migrate.ts';
import { buildTestApp } from '../support/app.ts';
import { bearer, send } from '../support/accounts.ts';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';
import { run } from '../support/server.ts';
import { signedIn } from '../support/signed-in.ts';

const email = 'admin@example.com';

async function createAdmin(databaseUrl: string, address = email) {
  return run(`src/commands/create-admin.ts ${address}`, { DATABASE_URL: databaseUrl }).outcome;
}

async function migratedDatabaseUrl(): Promise<string> {
  const url = await emptyDatabaseUrl();
  await migrate(openTestDatabase(url));
  return url;
}

test('the first administrator signs in with the printed password and has to change it', async () => {
  const databaseUrl = await migratedDatabaseUrl();
  const { code, stdout } = await createAdmin(databaseUrl, 'Admin@Example.com');
  expect(code).toBe(0);
  const password = /^One-time password of admin@example\.com: (\S{24})\n$/.exec(stdout)?.[1];
  const app = await buildTestApp({ database: openTestDatabase(databaseUrl) });
  const { accessToken } = (await send(app, 'login', { email, password })).json();
  const users = () => app.inject({ url: '/api/v1/users', headers: bearer(accessToken) });
  expect((await users()).statusCode).toBe(403);
  const change = { currentPassword: password, newPassword: 'eight busy badgers' };
  expect((await send(app, 'password', change, bearer(accessToken))).statusCode).toBe(204);
  expect((await users()).statusCode).toBe(200);
});

test('with a one-time password everything but changing it and signing in or out is forbidden', async () => {
  const app = await buildTestApp();
  const admin = await signedIn(app, { roles: ['admin'], mustChangePassword: true });
  for (const url of ['/api/v1/auth/me', '/api/v1/users']) {
    expect((await admin.inject(url)).json()).toMatchObject({ type: '/problems/forbidden' });
  }
});

test('a session that begins with a one-time password cannot be prolonged, but ended', async () => {
  const databaseUrl = await migratedDatabaseUrl();
  const { stdout } = await createAdmin(databaseUrl);
  const password = stdout.trim().split(' ').at(-1);
  const app = await buildTestApp({ database: openTestDatabase(databaseUrl) });
  const { refreshToken } = (await send(app, 'login', { email, password })).json();
  expect((await send(app, 'refresh', { refreshToken })).statusCode).toBe(403);
  expect((await send(app, 'logout', { refreshToken })).statusCode).toBe(204);
});

test('an account that exists is left alone', async () => {
  const databaseUrl = await migratedDatabaseUrl();
  await createAdmin(databaseUrl);
  const { code, stderr, stdout } = await createAdmin(databaseUrl);
  expect({ code, stderr, stdout }).toEqual({
    code: 1,
    stderr: 'admin@example.com has an account already.\n',
    stdout: '',
  });
});

test('what is no e-mail address gets no account', async () => {
  const { code, stderr } = await createAdmin(await emptyDatabaseUrl(), 'admin');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Usage: /);
});
