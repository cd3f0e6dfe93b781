import { argon2Sync, randomBytes } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { buildTestApp } from '../support/app.ts';
import { testConfig } from '../support/config.ts';
import { bearer, jo, logIn, registerAndLogIn, send } from '../support/accounts.ts';

test('signing in begins a session with a pair of tokens', async () => {
  const app = await buildTestApp();
  await send(app, 'register', jo);
  const response = await send(app, 'login', { email: 'JO@example.com', password: jo.password });
  expect(response.statusCode).toBe(200);
  expect(response.headers['cache-control']).toBe('no-store');
  expect(response.json()).toEqual({
    accessToken: expect.any(String),
    tokenType: 'Bearer',
    expiresIn: 900,
    refreshToken: expect.stringMatching(/[\w-]{43}$/),
  });
});

test('an access token says who, from whom, for whom and until when, and nothing else', async () => {
  const app = await buildTestApp();
  const { accessToken } = await registerAndLogIn(app);
  expect(decodeProtectedHeader(accessToken)).toEqual({ alg: 'HS256', typ: 'at+jwt' });
  const { jwtIssuer, jwtAudience } = testConfig();
  const claims = decodeJwt(accessToken);
  expect(claims).toEqual({
    iss: jwtIssuer,
    aud: jwtAudience,
    sub: expect.any(String),
    iat: expect.any(Number),
    exp: expect.any(Number),
    jti: expect.any(String),
  });
  expect(claims.exp! - claims.iat!).toBe(900);
  expect(decodeJwt((await logIn(app)).accessToken).jti).not.toBe(claims.jti);
});

test('an unknown user and a wrong password get the same answer', async () => {
  const app = await buildTestApp();
  await send(app, 'register', jo);
  const attempts = [
    { email: jo.email, password: 'not the password' },
    { email: 'nobody@example.com', password: jo.password },
  ];
  const answers = [];
  for (const attempt of attempts) {
    const response = await send(app, 'login', attempt, { 'x-request-id': 'same' });
    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer');
    expect(response.headers['cache-control']).toBe('no-store');
    answers.push(response.json());
  }
  expect(answers[0]).toEqual(answers[1]);
});

test('a password too short to be chosen today is wrong, not malformed', async () => {
  const app = await buildTestApp();
  const response = await send(app, 'login', { email: jo.email, password: 'short' });
  expect(response.statusCode).toBe(401);
});

test('a hash made with less effort is replaced at sign-in, a current one is kept', async () => {
  const app = await buildTestApp();
  await send(app, 'register', jo);
  const users = app.database.kysely.withTables<{
    users: { email: string; password_hash: string };
  }>();
  const stored = async () => {
    const all = users.selectFrom('users').select('password_hash');
    return (await all.where('email', '=', jo.email).executeTakeFirstOrThrow()).password_hash;
  };
  const weak = weakHash(jo.password);
  await users.updateTable('users').set({ password_hash: weak }).execute();
  await logIn(app);
  const replaced = await stored();
  expect(replaced).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await logIn(app);
  expect(await stored()).toBe(replaced);
});

function weakHash(password: string): string {
  const nonce = randomBytes(16);
  const cost = { memory: 1024, passes: 1, parallelism: 1 };
  const key = argon2Sync('argon2id', { ...cost, nonce, message: password, tagLength: 32 });
  const [salt, hash] = [nonce, key].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  return `$argon2id$v=19$m=1024,t=1,p=1$${salt}$${hash}`;
}

test('who is signed in is told by /auth/me, with what they may do', async () => {
  const app = await buildTestApp();
  const { accessToken } = await registerAndLogIn(app);
  const response = await app.inject({ url: '/api/v1/auth/me', headers: bearer(accessToken) });
  expect(response.headers['cache-control']).toBe('no-store');
  expect(response.json()).toEqual({
    id: decodeJwt(accessToken).sub,
    email: jo.email,
    name: jo.name,
    roles: ['user'],
    permissions: expect.any(Array),
  });
  expect(response.json().permissions).not.toContain('users:manage');
});
