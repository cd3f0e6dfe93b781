import { describe, expect, test } from 'vitest';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange } from '../http/ask.ts';
import { auth, bearer, freshPerson, logIn, pairIn } from './accounts.ts';
import { expectUnauthenticated, isNoStore } from './expect-refused.ts';

const races = 50;

/** "The old refresh token dies. Used again -> 401, and the whole family is dead." */
export function refreshCases({ as }: Bench): void {
  const api = as(undefined);
  const refresh = (refreshToken: string) => auth(api, 'refresh', { refreshToken });
  const person = async () => {
    const fresh = freshPerson();
    const answer = await auth(api, 'register', fresh);
    expect(answer.status, exchange(answer)).toBe(201);
    return fresh;
  };

  describe('a refresh token', () => {
    test('gives a new pair, which is good', async () => {
      const first = await logIn(api, await person());
      const answer = await refresh(first.refreshToken);
      const second = pairIn(answer);
      expect(isNoStore(answer)).toBe(true);
      expect(second.refreshToken).not.toBe(first.refreshToken);
      expect((await api.get('/api/v1/auth/me', bearer(second.accessToken))).status).toBe(200);
      pairIn(await refresh(second.refreshToken));
    });

    test('holds 256 random bits', async () => {
      const user = await person();
      const tokens = [];
      for (let n = 0; n < 3; n += 1) tokens.push((await logIn(api, user)).refreshToken);
      expect(new Set(tokens).size).toBe(3);
      for (const token of tokens) expect(token.length).toBeGreaterThanOrEqual(43);
    });

    test('that is used again ends its family before the answer is sent, and no other', async () => {
      const user = await person();
      const stays = await logIn(api, user);
      for (let round = 0; round < 10; round += 1) {
        const first = await logIn(api, user);
        const second = pairIn(await refresh(first.refreshToken));
        const third = pairIn(await refresh(second.refreshToken));
        expectUnauthenticated(await refresh(round % 2 ? first.refreshToken : second.refreshToken));
        expectUnauthenticated(await refresh(third.refreshToken));
      }
      pairIn(await refresh(stays.refreshToken));
    });

    test(`that is used twice at once wins once, and ends its family: ${races} times`, async () => {
      const user = await person();
      for (let round = 0; round < races; round += 1) {
        const { refreshToken } = await logIn(api, user);
        const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
        const [winner, loser] = answers.toSorted((a, b) => a.status - b.status);
        if (!winner || !loser) throw new Error('two requests, fewer answers');
        const next = pairIn(winner);
        expectUnauthenticated(loser);
        expectUnauthenticated(await refresh(next.refreshToken));
      }
    }, 120_000);

    test('is no access token, and an access token is none', async () => {
      const { accessToken, refreshToken } = await logIn(api, await person());
      expectUnauthenticated(await api.get('/api/v1/auth/me', bearer(refreshToken)));
      expectUnauthenticated(await refresh(accessToken));
    });

    test.for(['x', '.', 'a.b', '-'.repeat(80), '01890000-0000-7000-8000-000000000000.x'])(
      'that was never one (%s) is refused',
      async (token) => {
        expectUnauthenticated(await refresh(token));
      },
    );

    test('is dead after its family was logged out', async () => {
      const user = await person();
      const stays = await logIn(api, user);
      const first = await logIn(api, user);
      const second = pairIn(await refresh(first.refreshToken));
      const answer = await auth(api, 'logout', { refreshToken: second.refreshToken });
      expect(answer.status, exchange(answer)).toBe(204);
      expect(isNoStore(answer)).toBe(true);
      expectUnauthenticated(await refresh(second.refreshToken));
      pairIn(await refresh(stays.refreshToken));
    });

    test('is needed, as a text and with nothing beside it', async () => {
      for (const route of ['refresh', 'logout']) {
        for (const body of [{}, { refreshToken: 5 }, { refreshToken: null }]) {
          const answer = await auth(api, route, body);
          expectProblem(answer, { status: 422, pointers: ['/refreshToken'] });
        }
        const more = await auth(api, route, { refreshToken: 'x', userId: 'y' });
        expectProblem(more, { status: 422, pointers: ['/userId'] });
      }
    });
  });
}
