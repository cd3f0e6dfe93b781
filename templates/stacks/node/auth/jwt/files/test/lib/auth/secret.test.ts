import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { secret } from '../../../src/lib/auth/secret.ts';

test.each(['hex', 'base64', 'base64url'] as const)(
  'random bytes are accepted, as %s',
  (encoding) => {
    for (let count = 0; count < 50; count += 1) {
      const value = randomBytes(32).toString(encoding);
      expect([value, secret.safeParse(value).success]).toEqual([value, true]);
    }
  },
);

test('the bytes count, not the characters', () => {
  expect(secret.safeParse('qüßäöñéàîçøåæœłžß').success).toBe(true);
  expect(secret.safeParse('q7Xw2LpZ9vRt4NcB8mKj5HgF3dSa1Ye').success).toBe(false);
});

test.each([
  undefined,
  '',
  'changeme',
  'secret',
  'a-string-secret-at-least-256-bits-long',
  'your-super-secret-jwt-token-with-at-least-32-characters-long',
  'please-change-this-secret-in-production',
  'your_jwt_secret_key_here_must_be_32_characters',
  'ThisIsMySuperSecretKeyForDevelopment',
  'changeme-changeme-changeme-changeme',
  '0123456789abcdef0123456789abcdef',
  'abcdefghijklmnopqrstuvwxyz0123456789',
  'x'.repeat(64),
  'ababababababababababababababababab1',
])('%j is refused', (value) => {
  expect(secret.safeParse(value).success).toBe(false);
});
