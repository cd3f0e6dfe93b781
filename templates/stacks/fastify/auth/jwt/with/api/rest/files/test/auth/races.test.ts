import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createRefreshTokenRepository } from '../../src/modules/auth/refresh-tokens.repository.ts';
import { createSessionService } from '../../src/modules/auth/sessions.service.ts';
import { createUserRepository } from '../../src/modules/users/users.repository.ts';
import { createUserService } from '../../src/modules/users/users.service.ts';
import { buildTestApp } from '../support/app.ts';
import { jo, registerAndLogIn } from '../support/accounts.ts';

async function setting() {
  const app = await buildTestApp();
  const { refreshToken } = await registerAndLogIn(app);
  const users = createUserRepository(app.database);
  const refreshTokens = createRefreshTokenRepository(app.database);
  return { refreshToken, users, refreshTokens, accessTokens: app.accessTokens };
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
      const change = { currentPassword: jo.password, newPassword: 'eight busy badgers' };
      await createUserService(users).changePassword(family.userId, change);
      await refreshTokens.begin(family);
      families.push(family.id);
    },
  };
  const sessions = createSessionService({ users, refreshTokens: late, accessTokens });
  await expect(sessions.begin(jo)).rejects.toMatchObject({ status: 401 });
  expect(await refreshTokens.findUserId(families[0]!)).toBeUndefined();
});
