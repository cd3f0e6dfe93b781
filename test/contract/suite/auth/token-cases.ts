import { describe, expect, test } from 'vitest';
import type { Bench } from '../bench.ts';
import { exchange } from '../http/ask.ts';
import { processTest } from '../process-test.ts';
import { nobody } from '../samples/reference.ts';
import { bearer } from './accounts.ts';
import { expectUnauthenticated } from './expect-refused.ts';
import { keys } from './keys.ts';
import { type Forgery, mint } from './mint.ts';

const path = '/api/v1/auth/me';
const soon = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
const asBytes = Buffer.from(keys.JWT_SECRET, 'base64url');

const forgeries: readonly (readonly [string, Forgery])[] = [
  ['another type', { header: { typ: 'JWT' } }],
  ['no type', { header: { typ: undefined } }],
  ['the algorithm HS384', { header: { alg: 'HS384' }, hash: 'sha384' }],
  ['the algorithm HS512', { header: { alg: 'HS512' }, hash: 'sha512' }],
  ['an algorithm that it was not signed by', { header: { alg: 'HS512' } }],
  ['no algorithm', { header: { alg: undefined } }],
  ['the algorithm "none" beside a signature', { header: { alg: 'none' } }],
  ['a header that must be understood', { header: { crit: ['x'], x: 1 } }],
  ['an empty key', { key: '' }],
  ['the decoded secret as its key', { key: asBytes }],
  ['another issuer', { claims: { iss: 'https://issuer.test/' } }],
  ['no issuer', { claims: { iss: undefined } }],
  ['another audience', { claims: { aud: 'contract' } }],
  ['no audience', { claims: { aud: undefined } }],
  ['no user', { claims: { sub: undefined } }],
  ['an unknown user', { claims: { sub: nobody } }],
  ['something else for a user', { claims: { sub: { id: nobody } } }],
  ['no time of issue', { claims: { iat: undefined } }],
  ['no id', { claims: { jti: undefined } }],
  ['no end', { claims: { exp: undefined } }],
  ['an end that is a text', { claims: { exp: String(soon(600)) } }],
  ['an end in the past', { claims: { exp: soon(-1) } }],
  // Further away than the longest run takes.
  ['a beginning in the future', { claims: { nbf: soon(86_400) } }],
];

const headers = (token: string): readonly string[] => [
  '',
  'Bearer',
  'Bearer ',
  `Basic ${token}`,
  token,
  `Bearer ${token} ${token}`,
  `Bearer ${token}.`,
  `Bearer ${token.split('.').slice(0, 2).join('.')}.`,
  `Bearer ${token.split('.').slice(0, 2).join('.')}`,
  `Bearer ${token.slice(0, -4)}AAAA`,
  'Bearer a.b.c',
  'Bearer ..',
];

/** Every word and every quoted text: one of them might be somebody's idea of a secret. */
function candidates(texts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/[^\s'"`,;(){}<>[\]]{6,}/gu)) found.add(word);
    for (const [, quoted = ''] of text.matchAll(/['"`]([^'"`\n]{6,})['"`]/gu)) found.add(quoted);
  }
  return [...found];
}

/** "`alg: none`, another algorithm, type, audience or issuer, expired, no `exp` -> 401 each." */
export function tokenCases(bench: Bench): void {
  const { accounts, as } = bench;
  const owner = () => accounts().owner.id;

  describe('an access token', () => {
    const stranger = as(undefined);

    processTest(bench, 'that is signed as it should be is taken', async () => {
      const answer = await stranger.get(path, bearer(mint(owner())));
      expect(answer.status, exchange(answer)).toBe(200);
    });

    for (const [name, forgery] of forgeries) {
      processTest(bench, `with ${name} is refused`, async () => {
        expectUnauthenticated(await stranger.get(path, bearer(mint(owner(), forgery))));
      });
    }

    test('in a header that holds none is refused', async () => {
      const token = mint(owner(), { claims: { exp: soon(600) } });
      for (const Authorization of headers(token)) {
        expectUnauthenticated(await stranger.get(path, { Authorization }));
      }
    });

    processTest(bench, 'cannot be signed with any text of the project', async ({ sources }) => {
      const guesses = candidates(await sources());
      expect(guesses.length).toBeGreaterThan(500);
      expect(guesses).not.toContain(keys.JWT_SECRET);
      const taken: string[] = [];
      for (let at = 0; at < guesses.length; at += 16) {
        const batch = guesses.slice(at, at + 16).map(async (key) => {
          const answer = await stranger.get(path, bearer(mint(owner(), { key })));
          if (answer.status !== 401) taken.push(key);
        });
        await Promise.all(batch);
      }
      expect(taken).toEqual([]);
    });
  });
}
