import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { type Bench, withInstance } from '../bench.ts';
import { processTest } from '../process-test.ts';
import { auth, bearer, freshPerson, logIn } from './accounts.ts';
import { keys } from './keys.ts';
import { mint } from './mint.ts';

const refused: Readonly<Record<string, readonly string[]>> = {
  'is missing': [''],
  'is short': ['x', 'q7Xw2LpZ9vRt4NcB8mKj5HgF3dSa1Ye', 'changeme', 'secret'],
  'is a placeholder': [
    'your-256-bit-secret-your-256-bit-secret',
    'a-string-secret-at-least-256-bits-long',
    'change-me-change-me-change-me-change-me',
    'please-change-this-secret-in-production',
    'supersecretsupersecretsupersecret',
    'x'.repeat(32),
  ],
};

/** What must stay secret: passwords and tokens from the log, the key from guessing. */
export function secrecyCases(bench: Bench): void {
  describe('the log', () => {
    processTest(bench, 'never holds a password, a token or the key', async (launcher) => {
      await withInstance(bench, launcher, { LOG_LEVEL: 'trace' }, async ({ running }) => {
        const api = bench.as(undefined, () => running.baseUrl);
        const person = freshPerson();
        const secrets: string[] = [person.password, keys.JWT_SECRET, 'argon2'];
        const mark = (secret: string): string => {
          secrets.push(secret);
          return secret;
        };
        await auth(api, 'register', person);
        await auth(api, 'register', person);
        await auth(api, 'register', { ...freshPerson(), password: mark('shortMark') });
        await auth(api, 'register', { password: mark('loneMark'), nonsense: mark('oddMark') });
        await api.postText('/api/v1/auth/login', `{"password":"${mark('brokenMark')}"`);
        await auth(api, 'login', { email: person.email, password: mark('wrongMark') });
        const first = await logIn(api, person);
        const second = await auth(api, 'refresh', { refreshToken: first.refreshToken });
        secrets.push(first.accessToken, first.refreshToken, JSON.parse(second.text).refreshToken);
        await auth(api, 'refresh', { refreshToken: first.refreshToken });
        await auth(api, 'refresh', { refreshToken: mark('refreshMark') });
        await api.get('/api/v1/auth/me', bearer(first.accessToken));
        await api.get(`/api/v1/auth/me?access_token=${mark('queryMark')}`);
        await api.get('/api/v1/auth/me', bearer(mark(mint(person.email))));
        const change = {
          currentPassword: mark('currentMark'),
          newPassword: mark('newMark-newMark'),
        };
        await auth(api, 'password', change, bearer(first.accessToken));
        await running.ruinStore();
        await auth(api, 'login', { email: person.email, password: mark('ruinedMark') });
        await wait(200);
        const log = running.stdout();
        expect(log.split('\n').length).toBeGreaterThan(10);
        expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
      });
    });
  });

  describe('JWT_SECRET', () => {
    for (const [fault, values] of Object.entries(refused)) {
      processTest(bench, `that ${fault} stops the start, in one line`, async (launcher) => {
        for (const JWT_SECRET of values) {
          const exit = await launcher.attempt({ JWT_SECRET, NODE_ENV: 'test' });
          expect(exit.code, JWT_SECRET).toBe(1);
          const lines = `${exit.stdout}${exit.stderr}`.split('\n').filter((line) => line !== '');
          expect(lines).toHaveLength(1);
          expect(lines[0]).toContain('JWT_SECRET');
          if (JWT_SECRET.length > 1) expect(lines[0]).not.toContain(JWT_SECRET);
        }
      });
    }
  });
}
