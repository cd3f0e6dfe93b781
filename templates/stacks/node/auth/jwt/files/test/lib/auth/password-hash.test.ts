import { expect, test } from 'vitest';
import {
  hashPassword,
  isOutdated,
  isPassword,
  unusableHash,
} from '../../../src/lib/auth/password-hash.ts';

test('a hash says how it was made, and that of one password is never the same', async () => {
  const hashes = [await hashPassword('seven lazy otters'), await hashPassword('seven lazy otters')];
  for (const hash of hashes) {
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await isPassword('seven lazy otters', hash)).toBe(true);
    expect(await isPassword('Seven lazy otters', hash)).toBe(false);
  }
  expect(hashes[0]).not.toBe(hashes[1]);
});

test('a hash that another library made is understood', async () => {
  // The test vector of the reference implementation: argon2id, 64 MiB, two passes.
  const hash =
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await isPassword('password', hash)).toBe(true);
});

test.each([
  ['m=19456,t=2,p=1', false],
  ['m=65536,t=3,p=4', false],
  ['m=19455,t=2,p=1', true],
  ['m=65536,t=1,p=1', true],
])('a hash with %s is outdated: %s', (parameters, expected) => {
  expect(isOutdated(unusableHash.replace('m=19456,t=2,p=1', parameters))).toBe(expected);
});

test('no password fits the hash that stands for nobody', async () => {
  expect(await isPassword('', unusableHash)).toBe(false);
  expect(isOutdated(unusableHash)).toBe(false);
});

test('what is no argon2id hash is an error, not a wrong password', async () => {
  await expect(isPassword('a', 'plain text')).rejects.toThrow('not argon2id');
});
