import { describe, expect, test } from 'vitest';
import type { Bench } from '../bench.ts';
import { objectsAt, parseObject } from '../json.ts';
import { lookUp, operationsOf, resolve, responseKey } from '../openapi/document.ts';
import { expectedRoutes } from '../openapi/expected-routes.ts';
import { lint } from '../openapi/lint.ts';

/** "GET /openapi.json: OpenAPI 3.1, lists every route below with its errors and security." */
export function openApiDocumentCases({ api, spec }: Bench): void {
  const read = async () => parseObject((await api.get('/openapi.json')).text);

  describe('GET /openapi.json', () => {
    test('answers with a valid OpenAPI 3.1 document', async () => {
      const answer = await api.get('/openapi.json');
      expect(answer.status).toBe(200);
      expect(parseObject(answer.text)['openapi']).toMatch(/^3\.1\.\d+$/u);
      expect(await lint(answer.text)).toBe('');
    }, 60_000);

    test.for(expectedRoutes(spec))('lists $method $path with its errors', async (expected) => {
      const document = await read();
      const operation = operationsOf(document).find(
        ({ method, path }) => method === expected.method && path === expected.path,
      );
      if (!operation) throw new Error(`the document has no ${expected.method} ${expected.path}`);
      const missing = expected.statuses.filter(
        (status) => !responseKey(document, operation, status),
      );
      expect(missing).toEqual([]);
      const parameters = objectsAt(operation.value, 'parameters')
        .map((parameter) => resolve(document, parameter))
        .filter((parameter) => parameter['in'] === 'query')
        .map((parameter) => parameter['name']);
      expect(new Set(parameters)).toEqual(new Set(expected.query));
    });

    test('lists no route besides', async () => {
      const known = new Set(expectedRoutes(spec).map(({ method, path }) => `${method} ${path}`));
      const listed = operationsOf(await read()).map(({ method, path }) => `${method} ${path}`);
      expect(listed.filter((name) => !known.has(name))).toEqual([]);
    });

    test('asks for a token on every route that takes one, and on no other', async () => {
      const document = await read();
      const { security: general = [] } = document;
      const asked = operationsOf(document).map(
        ({ method, path, value: { security = general } }) => [`${method} ${path}`, security],
      );
      const expected = expectedRoutes(spec).map(({ method, path, closed }) => [
        `${method} ${path}`,
        closed ? [{ bearer: [] }] : [],
      ]);
      expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(expected));
    });

    test.skipIf(spec.auth === 'none')('says that the token is a bearer token', async () => {
      const scheme = lookUp(await read(), '/components/securitySchemes/bearer');
      expect(scheme).toMatchObject({ type: 'http', scheme: 'bearer' });
    });
  });
}
