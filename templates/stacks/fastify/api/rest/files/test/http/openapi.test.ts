import { expect, test } from 'vitest';
import * as z from 'zod';
import { buildTestApp } from '../support/app.ts';
import { probe } from '../support/probe.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly unknown[];
  readonly requestBody?: { readonly content: object };
  readonly responses: Readonly<Record<string, { content: object }>>;
}

async function describeRoutes() {
  const app = await buildTestApp({ routes: probe });
  const { paths, openapi } = (await app.inject('/openapi.json')).json<{
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
  }>();
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  return { app, openapi, operations };
}

test('the description is OpenAPI 3.1 and lists health, itself and every other route', async () => {
  const { openapi, operations } = await describeRoutes();
  expect(openapi).toBe('3.1.0');
  const listed = operations.map(({ method, path }) => `${method} ${path}`);
  expect(listed).toEqual(
    expect.arrayContaining(['get /livez', 'get /readyz', 'get /openapi.json', 'post /probe']),
  );
});

test('an operation tells its parameters, bodies, headers and problems', async () => {
  const { operations } = await describeRoutes();
  const post = operations.find(({ operation }) => operation.operationId === 'probe');
  expect(post?.operation).toMatchObject({
    summary: 'Probes',
    requestBody: {
      content: { 'application/json': { schema: { $ref: '#/components/schemas/probe' } } },
    },
    responses: { 200: { headers: { ETag: {} } } },
  });
  expect(Object.keys(post!.operation.responses)).toEqual([
    '200',
    '400',
    '409',
    '413',
    '415',
    '422',
    '429',
    '500',
    '503',
  ]);
  const patch = operations.find(({ operation }) => operation.operationId === 'patchProbe');
  expect(patch).toMatchObject({ path: '/probe/{id}' });
  expect(patch?.operation.parameters).toMatchObject([{ name: 'id', in: 'path', required: true }]);
  expect(Object.keys(patch!.operation.requestBody!.content)).toEqual([
    'application/json',
    'application/merge-patch+json',
  ]);
  const remove = operations.find(({ operation }) => operation.operationId === 'removeProbe');
  expect(remove?.operation.responses['204']).not.toHaveProperty('content');
});

test('two schemas that claim one name have no description', async () => {
  const schemas = [z.object({}), z.object({ size: z.int() })].map((one) =>
    one.meta({ id: 'twice' }),
  );
  const app = await buildTestApp({
    routes(routes) {
      for (const [index, body] of schemas.entries()) {
        const schema = { operationId: `take${index}`, body, response: { 200: body } };
        routes.post(`/take/${index}`, { schema }, (request) => request.body);
      }
    },
  });
  expect((await app.inject('/openapi.json')).statusCode).toBe(500);
});

test('no two operations share an id', async () => {
  const { operations } = await describeRoutes();
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(ids.length).toBe(new Set(ids).size);
});
