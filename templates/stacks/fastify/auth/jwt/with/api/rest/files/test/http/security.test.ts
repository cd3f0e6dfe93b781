import { expect, test } from 'vitest';
import { buildTestApp } from '../support/app.ts';

interface Operation {
  readonly security: readonly object[];
  readonly responses: Readonly<Record<string, unknown>>;
}

async function describeOperations() {
  const app = await buildTestApp();
  const { paths, components } = (await app.inject('/openapi.json')).json<{
    paths: Record<string, Record<string, Operation>>;
    components: { securitySchemes: object };
  }>();
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { security, responses }]) => ({
      name: `${method} ${path}`,
      security,
      responses,
    })),
  );
  return { operations, securitySchemes: components.securitySchemes };
}

test('the description names the routes that need no token', async () => {
  const { operations, securitySchemes } = await describeOperations();
  expect(securitySchemes).toMatchObject({ bearer: { type: 'http', scheme: 'bearer' } });
  const open = operations.filter(({ security }) => security.length === 0);
  expect(new Set(open.map(({ name }) => name))).toEqual(
    new Set([
      'get /livez',
      'get /readyz',
      'get /openapi.json',
      'post /api/v1/auth/register',
      'post /api/v1/auth/login',
      'post /api/v1/auth/refresh',
      'post /api/v1/auth/logout',
    ]),
  );
});

test('every other route takes a bearer token, and may answer 401 and 403', async () => {
  const { operations } = await describeOperations();
  const closed = operations.filter(({ security }) => security.length > 0);
  expect(closed.length).toBeGreaterThan(3);
  for (const { security, responses } of closed) {
    expect(security).toEqual([{ bearer: [] }]);
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403']));
  }
});
