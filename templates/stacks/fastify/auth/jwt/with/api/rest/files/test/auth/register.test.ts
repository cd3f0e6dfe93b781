import { expect, test } from 'vitest';
import { commonPasswords } from '../../src/lib/auth/common-passwords.ts';
import { buildTestApp } from '../support/app.ts';
import { jo, logIn, send } from '../support/accounts.ts';

test('whoever registers is told the user, never the password or its hash', async () => {
  const app = await buildTestApp();
  const response = await send(app, 'register', { ...jo, email: 'JO@example.com' });
  expect(response.statusCode).toBe(201);
  expect(response.headers['cache-control']).toBe('no-store');
  expect(response.json()).toEqual({
    id: expect.any(String),
    email: 'jo@example.com',
    name: 'Jo',
    roles: ['user'],
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
  await expect(logIn(app)).resolves.toBeDefined();
});

test('an e-mail address that is taken is a conflict, in whatever case', async () => {
  const app = await buildTestApp();
  await send(app, 'register', jo);
  const response = await send(app, 'register', { ...jo, email: 'Jo@Example.com' });
  expect(response.statusCode).toBe(409);
  expect(response.json()).toMatchObject({ errors: [{ pointer: '/email' }] });
});

test.each([
  ['of 11 characters', 'k3#vQ9!xZ2p'],
  ['of 11 characters that take more units', '😀'.repeat(11)],
  ['of 129 characters', 'a'.repeat(129)],
  ['that is common', commonPasswords[0]],
  ['that is common, in capitals', 'PASSWORDPASSWORD'],
  ['that is no string', 123_456_789_012],
])('a password %s is refused by name', async (_name, password) => {
  const app = await buildTestApp();
  const response = await send(app, 'register', { ...jo, password });
  expect(response.statusCode).toBe(422);
  expect(response.json()).toMatchObject({ errors: [{ pointer: '/password' }] });
});

test.each(['k3#vQ9!xZ2pL', '😀'.repeat(12), 'ab'.repeat(64)])(
  'the password %s is accepted',
  async (password) => {
    const app = await buildTestApp();
    expect((await send(app, 'register', { ...jo, password })).statusCode).toBe(201);
    await expect(logIn(app, password)).resolves.toBeDefined();
  },
);

test('every common password on the list is one that its length alone would let pass', () => {
  expect(commonPasswords.length).toBeGreaterThan(500);
  expect(commonPasswords.filter((entry) => Array.from(entry).length < 12)).toEqual([]);
  expect(commonPasswords.filter((entry) => entry !== entry.toLowerCase())).toEqual([]);
});

test.each(['roles', 'id', 'mustChangePassword', 'passwordHash'])(
  'nobody gives themselves %s: 422',
  async (field) => {
    const app = await buildTestApp();
    const response = await send(app, 'register', { ...jo, [field]: ['admin'] });
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ errors: [{ pointer: `/${field}` }] });
  },
);
