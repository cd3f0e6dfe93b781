import { expect, test } from 'vitest';
import { buildTestApp } from '../support/app.ts';

const origin = 'https://app.example';
const preflight = { origin, 'access-control-request-method': 'POST' };

test('without CORS_ORIGINS no page of another origin may read an answer', async () => {
  const app = await buildTestApp();
  const simple = await app.inject({ url: '/livez', headers: { origin } });
  expect(simple.headers).not.toHaveProperty('access-control-allow-origin');
  const asked = await app.inject({ method: 'OPTIONS', url: '/livez', headers: preflight });
  expect(asked.statusCode).toBe(405);
});

test('a listed origin may send and read what the API uses', async () => {
  const app = await buildTestApp({ variables: { CORS_ORIGINS: origin } });
  const asked = await app.inject({ method: 'OPTIONS', url: '/livez', headers: preflight });
  expect(asked.statusCode).toBe(204);
  expect(asked.headers['access-control-allow-origin']).toBe(origin);
  expect(asked.headers['access-control-allow-methods']).toContain('PATCH');
  const simple = await app.inject({ url: '/livez', headers: { origin } });
  expect(simple.headers['access-control-allow-origin']).toBe(origin);
  expect(simple.headers['access-control-expose-headers']).toBe(
    'ETag, Location, X-Request-Id, Retry-After',
  );
});

test('another origin gets no permission', async () => {
  const app = await buildTestApp({ variables: { CORS_ORIGINS: origin } });
  const headers = { ...preflight, origin: 'https://evil.example' };
  for (const method of ['OPTIONS', 'GET'] as const) {
    const response = await app.inject({ method, url: '/livez', headers });
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
  }
});
