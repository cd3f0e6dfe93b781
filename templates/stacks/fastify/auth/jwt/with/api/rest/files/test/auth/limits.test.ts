import { expect, test } from 'vitest';
import { buildTestApp } from '../support/app.ts';
import { bearer, jo, logIn, refresh, registerAndLogIn, send } from '../support/accounts.ts';
import { createUser } from '../support/signed-in.ts';

const body = { email: jo.email, password: 'not the password' };
const limited = { AUTH_RATE_LIMIT_PER_MINUTE: '3' };
const behindProxy = { ...limited, TRUST_PROXY: '127.0.0.1' };
const client = (number: number) => ({ 'x-forwarded-for': `192.0.2.${number}` });

type Answer = Awaited<ReturnType<typeof send>>;

/** Asks four times; `ask` gets the number of the attempt. */
async function fourTimes(ask: (number: number) => Promise<Answer>): Promise<Answer[]> {
  const answers = [];
  for (let number = 1; number <= 4; number += 1) answers.push(await ask(number));
  return answers;
}

const statuses = (answers: readonly Answer[]) => answers.map(({ statusCode }) => statusCode);

test.each([
  ['register', (number: number) => ({ ...jo, password: 'short', email: `${number}@example.com` })],
  ['login', (number: number) => ({ ...body, email: `${number}@example.com` })],
  ['refresh', (number: number) => ({ refreshToken: `unknown-${number}` })],
])('a client that has no more attempts to %s is told how long to wait', async (route, bodyOf) => {
  const app = await buildTestApp({ variables: limited });
  // Nobody is believed who they say they are.
  const answers = await fourTimes((number) => send(app, route, bodyOf(number), client(number)));
  const last = answers.pop()!;
  expect(statuses(answers)).not.toContain(429);
  expect(last.json()).toMatchObject({ status: 429, type: '/problems/rate-limited' });
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  expect(last.headers['cache-control']).toBe('no-store');
});

test.each([
  ['register', { ...jo, password: 'seven lazy otters' }, [201, 409, 409, 429]],
  ['login', body, [401, 401, 401, 429]],
])('many clients share the attempts to %s one account', async (route, same, expected) => {
  const app = await buildTestApp({ variables: behindProxy });
  const answers = await fourTimes((number) => send(app, route, same, client(number)));
  expect(statuses(answers)).toEqual(expected);
  const other = await send(app, route, { ...same, email: 'other@example.com' }, client(5));
  expect(other.statusCode).not.toBe(429);
});

test('many clients share the attempts to refresh the sessions of one account', async () => {
  const app = await buildTestApp({ variables: behindProxy });
  const sessions = [await registerAndLogIn(app), await logIn(app)];
  const tokens = sessions.map(({ refreshToken }) => refreshToken);
  const answers = await fourTimes(async (number) => {
    const answer = await send(app, 'refresh', { refreshToken: tokens.shift() }, client(number));
    tokens.push(answer.json().refreshToken);
    return answer;
  });
  expect(statuses(answers)).toEqual([200, 200, 200, 429]);
});

test.each(['unknown', '01890a5d-ac96-774b-bcce-b302099a8057.unknown'])(
  'a token that names no account (%s) counts for the client alone',
  async (refreshToken) => {
    const app = await buildTestApp({ variables: behindProxy });
    const answers = await fourTimes((number) =>
      send(app, 'refresh', { refreshToken }, client(number)),
    );
    expect(statuses(answers)).toEqual([401, 401, 401, 401]);
  },
);

test('many clients share the attempts to guess the password that one caller wants to change', async () => {
  const app = await buildTestApp({ variables: behindProxy });
  const { accessToken } = await registerAndLogIn(app);
  const guess = { currentPassword: 'not the password', newPassword: 'eight busy badgers' };
  const attempt = (token: string, number: number) =>
    send(app, 'password', guess, { ...bearer(token), ...client(number) });
  const answers = await fourTimes((number) => attempt(accessToken, number));
  expect(statuses(answers)).toEqual([401, 401, 401, 429]);
  const other = await app.accessTokens.issue(await createUser(app));
  expect((await attempt(other, 5)).statusCode).toBe(401);
});

test('one client has few attempts to guess passwords that callers want to change', async () => {
  const app = await buildTestApp({ variables: limited });
  const guess = { currentPassword: 'not the password', newPassword: 'eight busy badgers' };
  const answers = await fourTimes(async () => {
    const token = await app.accessTokens.issue(await createUser(app));
    return send(app, 'password', guess, bearer(token));
  });
  expect(statuses(answers)).toEqual([401, 401, 401, 429]);
});

test('behind a trusted proxy every client has attempts of its own', async () => {
  const app = await buildTestApp({ variables: behindProxy });
  const answers = await fourTimes((number) =>
    send(app, 'login', { ...body, email: `${number}@example.com` }, client(number)),
  );
  expect(statuses(answers)).toEqual([401, 401, 401, 401]);
});

test('attempts to sign in do not count as others', async () => {
  const app = await buildTestApp({ variables: limited });
  const { refreshToken } = await registerAndLogIn(app);
  await fourTimes(() => send(app, 'login', body));
  expect((await refresh(app, refreshToken)).statusCode).toBe(200);
  expect((await app.inject('/api/v1/auth/me')).statusCode).toBe(200);
});
