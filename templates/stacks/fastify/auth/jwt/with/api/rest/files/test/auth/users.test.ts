import { expect, test } from 'vitest';
import { buildTestApp, json } from '../support/app.ts';
import { jo, registerAndLogIn } from '../support/accounts.ts';
import { createUser, signedIn } from '../support/signed-in.ts';

async function buildForAdmin() {
  return signedIn(await buildTestApp(), { roles: ['admin'] });
}

type TestApp = Awaited<ReturnType<typeof buildForAdmin>>;

function setRoles(app: TestApp, id: string, body: object) {
  return app.inject({ method: 'PATCH', url: `/api/v1/users/${id}`, ...json(body) });
}

test('only who may manage users sees and changes them', async () => {
  const app = await buildTestApp();
  const id = await createUser(app);
  expect((await app.inject('/api/v1/users')).statusCode).toBe(403);
  expect((await setRoles(app, id, { roles: ['admin'] })).statusCode).toBe(403);
  const headers = { authorization: '' };
  expect((await app.inject({ url: '/api/v1/users', headers })).statusCode).toBe(401);
});

test('users are listed page by page, narrowed down by e-mail address, without any hash', async () => {
  const admin = await buildForAdmin();
  await registerAndLogIn(admin);
  const page = (await admin.inject('/api/v1/users?sort=email&limit=2')).json();
  expect(page.items).toHaveLength(2);
  const rest = await admin.inject(`/api/v1/users?sort=email&limit=2&cursor=${page.nextCursor}`);
  expect(rest.json()).toMatchObject({ nextCursor: null });
  const found = await admin.inject(`/api/v1/users?email=${jo.email}`);
  expect(found.json().items).toEqual([
    {
      id: expect.any(String),
      email: jo.email,
      name: jo.name,
      roles: ['user'],
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    },
  ]);
  const nobody = await admin.inject('/api/v1/users?email=nobody@example.com');
  expect(nobody.json()).toEqual({ items: [], nextCursor: null });
});

test('a change of roles counts from the next request on, whatever token it carries', async () => {
  const admin = await buildForAdmin();
  const user = await signedIn(admin);
  const { id } = (await user.inject('/api/v1/auth/me')).json();
  const changed = await setRoles(admin, id, { roles: ['user', 'admin'] });
  expect(changed.statusCode).toBe(200);
  expect(changed.json()).toMatchObject({ id, roles: ['admin', 'user'] });
  expect((await user.inject('/api/v1/users')).statusCode).toBe(200);
  await setRoles(admin, id, { roles: [] });
  expect((await user.inject('/api/v1/users')).statusCode).toBe(403);
  expect((await user.inject('/api/v1/auth/me')).json()).toMatchObject({ permissions: [] });
});

test('a stored role that is no longer known grants nothing', async () => {
  const user = await signedIn(await buildTestApp(), { roles: ['formerly-known'] });
  expect((await user.inject('/api/v1/auth/me')).json()).toMatchObject({ permissions: [] });
});

test.each([
  ['/roles/0', { roles: ['emperor'] }],
  ['/roles', { roles: ['user', 'user'] }],
  ['/roles', { roles: 'admin' }],
  ['/roles', {}],
  ['/email', { roles: [], email: 'other@example.com' }],
])('what is wrong with %s is told by name', async (pointer, body) => {
  const admin = await buildForAdmin();
  const response = await setRoles(admin, await createUser(admin), body);
  expect(response.statusCode).toBe(422);
  expect(response.json()).toMatchObject({ errors: [{ pointer }] });
});

test.each(['01890a5d-ac96-774b-bcce-b302099a8057', 'malformed'])(
  'there is no user %s: 404',
  async (id) => {
    const admin = await buildForAdmin();
    expect((await setRoles(admin, id, { roles: ['user'] })).statusCode).toBe(404);
  },
);
