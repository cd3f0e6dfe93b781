import { expect, test, vi } from 'vitest';
import { buildTestApp } from '../support/app.ts';
import { bearer, jo, logIn, refresh, registerAndLogIn, send } from '../support/accounts.ts';

test('a refresh token gives a new pair, once', async () => {
  const app = await buildTestApp();
  const first = await registerAndLogIn(app);
  const response = await refresh(app, first.refreshToken);
  expect(response.statusCode).toBe(200);
  expect(response.headers['cache-control']).toBe('no-store');
  const second = response.json();
  expect(second).toMatchObject({ tokenType: 'Bearer', expiresIn: 900 });
  expect(second.refreshToken).not.toBe(first.refreshToken);
  const me = await app.inject({ url: '/api/v1/auth/me', headers: bearer(second.accessToken) });
  expect(me.statusCode).toBe(200);
  expect((await refresh(app, second.refreshToken)).statusCode).toBe(200);
});

test('a refresh token that is used again is refused, and ends the session', async () => {
  const app = await buildTestApp();
  const { refreshToken } = await registerAndLogIn(app);
  const newest = (await refresh(app, refreshToken)).json();
  const reused = await refresh(app, refreshToken);
  expect(reused.statusCode).toBe(401);
  expect(reused.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  expect((await refresh(app, newest.refreshToken)).statusCode).toBe(401);
});

test('of two refreshes at once one is refused, and the session ends, the winner included', async () => {
  const app = await buildTestApp();
  const { refreshToken } = await registerAndLogIn(app);
  const answers = await Promise.all([refresh(app, refreshToken), refresh(app, refreshToken)]);
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 401]));
  const winner = answers.find(({ statusCode }) => statusCode === 200);
  expect((await refresh(app, winner!.json().refreshToken)).statusCode).toBe(401);
});

test('one session ends, the other sessions of the user stay', async () => {
  const app = await buildTestApp();
  const one = await registerAndLogIn(app);
  const other = await logIn(app);
  await refresh(app, one.refreshToken);
  await refresh(app, one.refreshToken);
  expect((await refresh(app, other.refreshToken)).statusCode).toBe(200);
});

test('signing out ends the session, with any of its tokens, and can be repeated', async () => {
  const app = await buildTestApp();
  const { refreshToken } = await registerAndLogIn(app);
  const newest = (await refresh(app, refreshToken)).json();
  for (let count = 0; count < 2; count += 1) {
    const response = await send(app, 'logout', { refreshToken });
    expect(response.statusCode).toBe(204);
    expect(response.headers['cache-control']).toBe('no-store');
  }
  expect((await refresh(app, newest.refreshToken)).statusCode).toBe(401);
});

test.each(['nonsense', '.', '01890a5d-ac96-774b-bcce-b302099a8057.nonsense'])(
  '%s is no refresh token: 401 for a refresh, nothing to do for signing out',
  async (refreshToken) => {
    const app = await buildTestApp();
    expect((await refresh(app, refreshToken)).statusCode).toBe(401);
    expect((await send(app, 'logout', { refreshToken })).statusCode).toBe(204);
  },
);

test('a refresh token lives for 30 days, and is forgotten at the next sign-in after that', async () => {
  const app = await buildTestApp();
  const { refreshToken } = await registerAndLogIn(app);
  const { refreshToken: unused } = await logIn(app);
  const al = { email: 'al@example.com', password: jo.password };
  await send(app, 'register', { ...al, name: 'Al' });
  await send(app, 'login', al);
  const days = 24 * 60 * 60 * 1000;
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * days - 60_000 });
  try {
    expect((await refresh(app, refreshToken)).statusCode).toBe(200);
    vi.setSystemTime(Date.now() + 120_000);
    expect((await refresh(app, unused)).statusCode).toBe(401);
    vi.setSystemTime(Date.now() + 30 * days);
    await logIn(app);
    // Hers is new; his goes when he signs in.
    expect(await storedSessions(app)).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});

test('only a hash of the token is stored', async () => {
  const app = await buildTestApp();
  const { refreshToken } = await registerAndLogIn(app);
  const [, secret] = refreshToken.split('.');
  expect(JSON.stringify(await storedSessions(app))).not.toContain(secret);
});

async function storedSessions({ database }: Awaited<ReturnType<typeof buildTestApp>>) {
  const db = database.kysely.withTables<{ refresh_tokens: object }>();
  return db.selectFrom('refresh_tokens').selectAll().execute();
}
