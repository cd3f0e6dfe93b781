import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { hashPassword } from '../../src/lib/auth/password-hash.ts';
import { createRefreshTokenRepository } from '../../src/modules/auth/refresh-tokens.repository.ts';
import { createSessionService } from '../../src/modules/auth/sessions.service.ts';
import { createUserRepository } from '../../src/modules/users/users.repository.ts';
import { createUserService } from '../../src/modules/users/users.service.ts';
import { buildTestApp } from '../support/app.ts';
import { bearer, jo, registerAndLogIn, send } from '../support/accounts.ts';

async function setting() {
  const app = await buildTestApp();
  const { refreshToken } = await registerAndLogIn(app);
  const users = createUserRepository(app.database);
  const refreshTokens = createRefreshTokenRepository(app.database);
  return { refreshToken, users, refreshTokens, accessTokens: app.accessTokens };
}

const newPassword = 'eight busy badgers';

/** Another hash of the same password, as a sign-in makes one of a hash that is outdated. */
async function rehash(users: ReturnType<typeof createUserRepository>): Promise<void> {
  const { id, passwordHash } = (await users.findByEmail(jo.email))!;
  await users.rehash(id, await hashPassword(jo.password), passwordHash);
}

test('the session has ended for good before the reuse of a token is answered', async () => {
  const { refreshToken, refreshTokens, ...rest } = await setting();
  let hasEnded = false;
  const slow = {
    ...refreshTokens,
    async end(family: string) {
      await sleep(20);
      await refreshTokens.end(family);
      hasEnded = true;
    },
  };
  const sessions = createSessionService({ ...rest, refreshTokens: slow });
  await sessions.refresh(refreshToken);
  await expect(sessions.refresh(refreshToken)).rejects.toMatchObject({ status: 401 });
  expect(hasEnded).toBe(true);
});

test('a password that is changed during a sign-in with the old one leaves no session', async () => {
  const { users, refreshTokens, accessTokens } = await setting();
  const families: string[] = [];
  const late = {
    ...refreshTokens,
    async begin(family: Parameters<typeof refreshTokens.begin>[0]) {
      const change = { currentPassword: jo.password, newPassword };
      await createUserService(users).changePassword(family.userId, change);
      await refreshTokens.begin(family);
      families.push(family.id);
    },
  };
  const sessions = createSessionService({ users, refreshTokens: late, accessTokens });
  await expect(sessions.begin(jo)).rejects.toMatchObject({ status: 401 });
  expect(await refreshTokens.findUserId(families[0]!)).toBeUndefined();
});

test('a hash that is replaced during a sign-in with the right password ends nothing', async () => {
  const { users, refreshTokens, accessTokens } = await setting();
  const late = {
    ...refreshTokens,
    async begin(family: Parameters<typeof refreshTokens.begin>[0]) {
      await refreshTokens.begin(family);
      await rehash(users);
    },
  };
  const sessions = createSessionService({ users, refreshTokens: late, accessTokens });
  await expect(sessions.begin(jo)).resolves.toBeDefined();
});

test('a new hash of an old password does not take the place of a new password', async () => {
  const { users } = await setting();
  const { id, passwordHash } = (await users.findByEmail(jo.email))!;
  await createUserService(users).changePassword(id, { currentPassword: jo.password, newPassword });
  const changed = (await users.find(id))!.passwordHash;
  await users.rehash(id, await hashPassword(jo.password), passwordHash);
  expect((await users.find(id))!.passwordHash).toBe(changed);
});

test('of two changes of a password at once one is refused', async () => {
  const app = await buildTestApp();
  const { accessToken } = await registerAndLogIn(app);
  const answers = await Promise.all(
    [newPassword, 'nine quick foxes'].map((wanted) => {
      const change = { currentPassword: jo.password, newPassword: wanted };
      return send(app, 'password', change, bearer(accessToken));
    }),
  );
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([204, 401]));
});

test('whoever knew the old password cannot undo a change that came first', async () => {
  const { users, refreshTokens, accessTokens } = await setting();
  const { id } = (await users.findByEmail(jo.email))!;
  const sessions = createSessionService({ users, refreshTokens, accessTokens });
  let kept = '';
  const late = {
    ...users,
    async changePassword(...given: Parameters<typeof users.changePassword>) {
      const change = { currentPassword: jo.password, newPassword };
      await createUserService(users).changePassword(id, change);
      ({ refreshToken: kept } = await sessions.begin({ ...jo, password: newPassword }));
      return users.changePassword(...given);
    },
  };
  const theirs = { currentPassword: jo.password, newPassword: 'nine quick foxes' };
  const attempt = createUserService(late).changePassword(id, theirs);
  await expect(attempt).rejects.toMatchObject({ status: 401 });
  await expect(sessions.begin({ ...jo, password: newPassword })).resolves.toBeDefined();
  await expect(sessions.refresh(kept)).resolves.toBeDefined();
});

test('a hash that is replaced during a change of the password does not hinder it', async () => {
  const { users } = await setting();
  const { id } = (await users.findByEmail(jo.email))!;
  let isFirst = true;
  const late = {
    ...users,
    async changePassword(...given: Parameters<typeof users.changePassword>) {
      if (isFirst) await rehash(users);
      isFirst = false;
      return users.changePassword(...given);
    },
  };
  const change = { currentPassword: jo.password, newPassword };
  await expect(createUserService(late).changePassword(id, change)).resolves.toBeUndefined();
});
