import { describe, expect, test } from 'vitest';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange, type Answer } from '../http/ask.ts';
import { parseObject, without } from '../json.ts';
import { auth, freshPerson } from './accounts.ts';
import { expectUnauthenticated, isNoStore } from './expect-refused.ts';

const samples = 200;
const password = 'not the password';

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Headers that differ from answer to answer for everybody. */
const varying = /^(?:date|x-request-id|x-ratelimit-.*|content-length)$/u;

const told = ({ headers, text }: Answer) => ({
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !varying.test(name))),
  body: without(parseObject(text), 'requestId'),
});

/** "Unknown user and wrong password: the same 401, in similar time." */
export function loginCases({ as, accounts }: Bench): void {
  const api = as(undefined);
  const logIn = (email: string) => auth(api, 'login', { email, password });

  describe('POST /api/v1/auth/login', () => {
    test('answers with a pair of tokens', async () => {
      const { email, password: right } = accounts().owner;
      const given = { email: email.toUpperCase(), password: right };
      const answer = await auth(api, 'login', given);
      expect(answer.status, exchange(answer)).toBe(200);
      expect(isNoStore(answer)).toBe(true);
      const pair = parseObject(answer.text);
      expect(Object.keys(pair).toSorted()).toEqual(
        ['accessToken', 'expiresIn', 'refreshToken', 'tokenType'].toSorted(),
      );
      expect(pair).toMatchObject({ tokenType: 'Bearer', expiresIn: 900 });
    });

    test('tells an unknown user nothing else than a wrong password', async () => {
      const known = await logIn(accounts().owner.email);
      const unknown = await logIn(freshPerson().email);
      expectUnauthenticated(known);
      expect(told(unknown)).toEqual(told(known));
    });

    test(`takes as long for both: medians of ${samples}`, async () => {
      const known: number[] = [];
      const unknown: number[] = [];
      for (let n = 0; n < samples; n += 1) {
        const pair = [
          [known, accounts().owner.email],
          [unknown, freshPerson().email],
        ] as const;
        // Taking turns to be first, so that whatever slows the machine down slows both.
        for (const [times, email] of n % 2 ? pair : pair.toReversed()) {
          const start = performance.now();
          await logIn(email);
          times.push(performance.now() - start);
        }
      }
      const ratio = median(known) / median(unknown);
      expect(
        Math.max(ratio, 1 / ratio),
        `${median(known)} ms : ${median(unknown)} ms`,
      ).toBeLessThan(1.3);
    }, 300_000);

    test('names what is missing or too much', async () => {
      expectProblem(await auth(api, 'login', {}), {
        status: 422,
        pointers: ['/email', '/password'],
      });
      const more = { ...accounts().owner, authorization: 'x' };
      const { email, password: right } = more;
      const answer = await auth(api, 'login', { email, password: right, roles: ['admin'] });
      expectProblem(answer, { status: 422, pointers: ['/roles'] });
    });
  });
}
