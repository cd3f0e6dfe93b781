import { expect, test } from 'vitest';
import { bearer, jo } from '../support/accounts.ts';
import { json } from '../support/app.ts';
import { startServer } from '../support/server.ts';

test('no password and no token ever stands in the log, whatever happens', async () => {
  const { child, outcome, url } = await startServer({ LOG_LEVEL: 'trace' });
  const call = async (route: string, body: object, headers = {}) => {
    const { payload, headers: type } = json(body);
    const init = { method: 'POST', headers: { ...type, ...headers }, body: payload };
    const response = await fetch(`${url}/api/v1/auth/${route}`, init);
    return (await response.json()) as Record<string, string>;
  };
  await call('register', jo);
  const { accessToken = '', refreshToken = '' } = await call('login', {
    email: jo.email,
    password: jo.password,
  });
  await call('register', jo);
  await call('register', { ...jo, password: 'short-secret' });
  await call('login', { email: jo.email, password: 'wrong-secret' });
  const newest = await call('refresh', { refreshToken });
  await call('refresh', { refreshToken });
  await call('refresh', { refreshToken: 'forged-secret' });
  await call(
    'password',
    { currentPassword: 'wrong-secret', newPassword: 'new-secret' },
    bearer(accessToken),
  );
  await fetch(`${url}/api/v1/auth/me?token=${accessToken}`, { headers: bearer('forged-secret') });
  child.kill('SIGTERM');
  const { stdout } = await outcome;
  expect(stdout.split('\n').length).toBeGreaterThan(10);
  const secrets = [jo.password, 'short-secret', 'wrong-secret', 'new-secret', 'forged-secret'];
  const tokens = [accessToken, refreshToken, String(newest['refreshToken'])];
  for (const secret of [...secrets, ...tokens, '$argon2id$']) expect(stdout).not.toContain(secret);
});
