import { expect, test } from 'vitest';
import { buildTestApp } from '../support/app.ts';

test('a route that asks for a permission that nobody can have stops the start', async () => {
  const app = buildTestApp({
    routes(routes) {
      routes.get('/api/v1/secrets', { config: { permission: 'secret:read' } }, () => ({}));
    },
  });
  await expect(app).rejects.toThrow('secret:read');
});

test('a public route has no caller: to ask for one is a mistake, not nobody', async () => {
  const app = await buildTestApp({
    routes(routes) {
      routes.get('/open', ({ caller }) => ({ caller }));
    },
  });
  expect((await app.inject('/open')).statusCode).toBe(500);
});
