import { expect, test } from 'vitest';
import { buildTestApp } from '../support/app.ts';

const variables = { RATE_LIMIT_PER_MINUTE: '3' };

test('the request after the last allowed one gets 429 and the time to wait', async () => {
  const app = await buildTestApp({ variables });
  const statuses = [];
  // What fails counts too: unknown routes, wrong methods, malformed addresses.
  for (const url of ['/openapi.json', '/nothing', '/%zz']) {
    statuses.push((await app.inject(url)).statusCode);
  }
  expect(statuses).toEqual([200, 404, 400]);
  const refused = await app.inject('/openapi.json');
  expect(refused.statusCode).toBe(429);
  expect(refused.json()).toMatchObject({ type: '/problems/rate-limited' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
});

test('health is not limited', async () => {
  const app = await buildTestApp({ variables });
  for (let count = 0; count < 5; count += 1) {
    expect((await app.inject('/livez')).statusCode).toBe(200);
    expect((await app.inject('/readyz')).statusCode).toBe(200);
  }
});

test.each([
  ['a stranger cannot pass for somebody else', '', 429],
  ['behind a trusted proxy every client has a limit of its own', '127.0.0.1', 404],
])('%s', async (_name, proxies, last) => {
  const app = await buildTestApp({ variables: { ...variables, TRUST_PROXY: proxies } });
  const statuses = [];
  for (const client of ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4']) {
    const headers = { 'x-forwarded-for': client };
    statuses.push((await app.inject({ url: '/nothing', headers })).statusCode);
  }
  expect(statuses).toEqual([404, 404, 404, last]);
});
