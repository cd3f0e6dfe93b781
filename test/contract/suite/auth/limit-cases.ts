import { describe, expect } from 'vitest';
import { type Bench, withInstance } from '../bench.ts';
import type { Api } from '../http/api.ts';
import { type Answer, exchange } from '../http/ask.ts';
import type { JsonObject } from '../json.ts';
import { processTest } from '../process-test.ts';
import { nobody } from '../samples/reference.ts';
import { auth, freshPerson, logIn, pairIn } from './accounts.ts';
import { expectLimited, expectUnauthenticated } from './expect-refused.ts';

const limit = 4;
const env = { AUTH_RATE_LIMIT_PER_MINUTE: String(limit) };
const behind = { ...env, TRUST_PROXY: '127.0.0.1' };
const password = 'not the password';
const from = (client: number) => ({ 'X-Forwarded-For': `203.0.113.${client}` });

/** Bodies that are understood and of no use, each for another account. */
const bodies: Readonly<Record<string, () => JsonObject>> = {
  login: () => ({ email: freshPerson().email, password }),
  register: () => ({ ...freshPerson(), password: 'short' }),
  refresh: () => ({ refreshToken: `none-${freshPerson().email}` }),
};

async function passes(ask: (n: number) => Promise<Answer>): Promise<void> {
  for (let n = 1; n <= limit; n += 1) {
    const answer = await ask(n);
    expect(answer.status, `${n} of ${limit}: ${exchange(answer)}`).not.toBe(429);
  }
}

/**
 * "Sign-in, sign-up and refresh have two stricter counters: per client, and per account." To change
 * a password, one has to know it: another way to guess.
 */
export function limitCases(bench: Bench): void {
  const { as, accounts } = bench;
  const at =
    (environment: typeof env, work: (api: Api) => Promise<void>) =>
    async (launcher: Parameters<typeof withInstance>[1]) => {
      await withInstance(bench, launcher, environment, ({ running }) =>
        work(as(undefined, () => running.baseUrl)),
      );
    };

  describe('attempts', () => {
    for (const [route, body] of Object.entries(bodies)) {
      processTest(
        bench,
        `to ${route} are counted per client, whatever X-Forwarded-For says`,
        at(env, async (api) => {
          await passes((n) => auth(api, route, body(), from(n)));
          expectLimited(await auth(api, route, body(), from(99)));
          expect((await api.get('/livez')).status).toBe(200);
        }),
      );
    }

    processTest(
      bench,
      'of clients behind a trusted proxy are counted for each',
      at(behind, async (api) => {
        await passes(() => auth(api, 'login', bodies['login']?.() ?? {}, from(1)));
        expectLimited(await auth(api, 'login', bodies['login']?.() ?? {}, from(1)));
        await passes(() => auth(api, 'login', bodies['login']?.() ?? {}, from(2)));
      }),
    );

    processTest(
      bench,
      'to sign in are counted per account, whoever makes them, even the right one',
      at(behind, async (api) => {
        const { email, password: right } = accounts().owner;
        const spelled = (n: number) => (n % 2 ? email : email.toUpperCase());
        await passes((n) => auth(api, 'login', { email: spelled(n), password }, from(n)));
        expectLimited(await auth(api, 'login', { email, password }, from(50)));
        expectLimited(await auth(api, 'login', { email, password: right }, from(51)));
        const another = { email: accounts().other.email, password };
        expect((await auth(api, 'login', another, from(52))).status).toBe(401);
      }),
    );

    processTest(
      bench,
      'to sign up are counted per account',
      at(behind, async (api) => {
        const person = freshPerson();
        await passes((n) => auth(api, 'register', person, from(n)));
        expectLimited(await auth(api, 'register', person, from(50)));
      }),
    );

    processTest(
      bench,
      'to refresh are counted per account, whichever of its sessions they are for',
      at(behind, async (api) => {
        const { owner, other } = accounts();
        const sessions = [await logIn(api, owner), await logIn(api, owner)];
        const tokens = sessions.map(({ refreshToken }) => refreshToken);
        await passes(async (n) => {
          const answer = await auth(
            api,
            'refresh',
            { refreshToken: tokens.shift() ?? '' },
            from(n),
          );
          tokens.push(pairIn(answer).refreshToken);
          return answer;
        });
        for (const [n, refreshToken] of tokens.entries()) {
          expectLimited(await auth(api, 'refresh', { refreshToken }, from(50 + n)));
        }
        const { refreshToken } = await logIn(api, other);
        pairIn(await auth(api, 'refresh', { refreshToken }, from(52)));
      }),
    );

    processTest(
      bench,
      'to refresh with a token that names no account are counted for the client alone',
      at(behind, async (api) => {
        for (const refreshToken of ['none', `${nobody}.none`]) {
          for (let n = 1; n <= limit + 1; n += 1) {
            expectUnauthenticated(await auth(api, 'refresh', { refreshToken }, from(n)));
          }
        }
      }),
    );

    processTest(
      bench,
      'to change a password are counted per client, and per account',
      at(behind, async (api) => {
        const { owner, other } = accounts();
        const guess = { currentPassword: password, newPassword: freshPerson().password };
        const attempt = ({ authorization }: typeof owner, client: number) =>
          auth(api, 'password', guess, { Authorization: authorization(), ...from(client) });
        await passes((n) => attempt(owner, n));
        expectLimited(await attempt(owner, 50));
        await passes(() => attempt(other, 51));
        expectLimited(await attempt(other, 51));
        expect((await auth(api, 'login', { email: owner.email, password }, from(52))).status).toBe(
          401,
        );
      }),
    );
  });
}
