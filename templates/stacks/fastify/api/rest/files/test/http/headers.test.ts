import { expect, test } from 'vitest';
import { buildTestApp } from '../support/app.ts';

test.each(['/livez', '/nothing', '/%zz'])('%s answers with the security headers', async (url) => {
  const app = await buildTestApp();
  const { headers } = await app.inject(url);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-request-id': expect.any(String),
  });
  expect(headers).not.toHaveProperty('strict-transport-security');
  expect(headers).not.toHaveProperty('server');
  expect(headers).not.toHaveProperty('x-powered-by');
});

test('HSTS is sent behind TLS, when a trusted proxy says so', async () => {
  const app = await buildTestApp({ variables: { TRUST_PROXY: '127.0.0.1' } });
  const forwarded = { 'x-forwarded-proto': 'https' };
  const trusted = await app.inject({ url: '/livez', headers: forwarded });
  expect(trusted.headers['strict-transport-security']).toMatch(/max-age=31536000/);
  const stranger = await app.inject({
    url: '/livez',
    headers: forwarded,
    remoteAddress: '192.0.2.1',
  });
  expect(stranger.headers).not.toHaveProperty('strict-transport-security');
});

test.each(['abc', 'A.b_c-9', 'x'.repeat(128)])('the request id %s is kept', async (id) => {
  const app = await buildTestApp();
  const response = await app.inject({ url: '/livez', headers: { 'x-request-id': id } });
  expect(response.headers['x-request-id']).toBe(id);
});

test.each(['', 'two words', 'x'.repeat(129), 'line\u0085'])(
  'the request id "%s" is replaced',
  async (id) => {
    const app = await buildTestApp();
    const response = await app.inject({ url: '/livez', headers: { 'x-request-id': id } });
    expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  },
);
