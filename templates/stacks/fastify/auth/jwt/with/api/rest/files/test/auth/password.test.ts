import { expect, test } from 'vitest';
import { buildTestApp } from '../support/app.ts';
import { bearer, jo, logIn, refresh, registerAndLogIn, send } from '../support/accounts.ts';

const newPassword = 'eight busy badgers';

test('a new password takes the place of the old one and ends all sessions', async () => {
  const app = await buildTestApp();
  const one = await registerAndLogIn(app);
  const other = await logIn(app);
  const change = { currentPassword: jo.password, newPassword };
  const response = await send(app, 'password', change, bearer(one.accessToken));
  expect(response.statusCode).toBe(204);
  expect(response.headers['cache-control']).toBe('no-store');
  for (const { refreshToken } of [one, other]) {
    expect((await refresh(app, refreshToken)).statusCode).toBe(401);
  }
  const old = await send(app, 'login', { email: jo.email, password: jo.password });
  expect(old.statusCode).toBe(401);
  await expect(logIn(app, newPassword)).resolves.toBeDefined();
});

test('a new password ends the sessions of nobody else', async () => {
  const app = await buildTestApp();
  const { accessToken } = await registerAndLogIn(app);
  const al = { ...jo, email: 'al@example.com' };
  await send(app, 'register', al);
  const theirs = await send(app, 'login', { email: al.email, password: al.password });
  const change = { currentPassword: jo.password, newPassword };
  await send(app, 'password', change, bearer(accessToken));
  expect((await refresh(app, theirs.json().refreshToken)).statusCode).toBe(200);
});

test('a wrong current password changes nothing: 401', async () => {
  const app = await buildTestApp();
  const { accessToken, refreshToken } = await registerAndLogIn(app);
  const change = { currentPassword: 'not the password', newPassword };
  const response = await send(app, 'password', change, bearer(accessToken));
  expect(response.statusCode).toBe(401);
  expect(response.json()).toMatchObject({ detail: 'The current password is wrong.' });
  expect((await refresh(app, refreshToken)).statusCode).toBe(200);
  await expect(logIn(app)).resolves.toBeDefined();
});

test.each([
  ['short', 'k3#vQ9!xZ2p'],
  ['common', 'passwordpassword'],
  ['the current one', jo.password],
])('a new password that is %s is refused by name', async (_name, wrong) => {
  const app = await buildTestApp();
  const { accessToken } = await registerAndLogIn(app);
  const change = { currentPassword: jo.password, newPassword: wrong };
  const response = await send(app, 'password', change, bearer(accessToken));
  expect(response.statusCode).toBe(422);
  expect(response.json()).toMatchObject({ errors: [{ pointer: '/newPassword' }] });
});

test('strangers cannot try passwords here', async () => {
  const app = await buildTestApp();
  const change = { currentPassword: jo.password, newPassword };
  expect((await send(app, 'password', change)).statusCode).toBe(401);
});
