import { describe, expect, test } from 'vitest';
import type { Bench } from '../bench.ts';
import { headerOf } from '../http/ask.ts';
import { pathOf } from '../url.ts';

const valid = ['a', 'A-b_c.9', '...', '0', 'x'.repeat(128), '0189-7f-request'];
const invalid = [
  '',
  'x'.repeat(129),
  'a b',
  'a/b',
  'a,b',
  'a"b',
  '<script>',
  '{}',
  '\u00e9',
  'a=b',
  '%41',
];

/** "Every response carries X-Request-Id": the caller's when it is well-formed, else a new one. */
export function requestIdCases({ api, spec }: Bench): void {
  const collections = spec.resources.map((resource) => pathOf(resource));
  const asks = ['/livez', '/readyz', '/openapi.json', '/nosuch', '/%zz', ...collections].flatMap(
    (path) => ['GET', 'POST', 'PUT'].map((method) => ({ method, path })),
  );

  describe('X-Request-Id', () => {
    // Whether it is echoed or replaced is checked on every answer of the suite.
    test.for([...valid, ...invalid])('%j is echoed when well-formed, else replaced', async (id) => {
      for (const ask of asks) await api.send({ ...ask, headers: { 'X-Request-Id': id } });
    });

    test('is a new one for each request that brings none, or two', async () => {
      const ids = new Set<string>();
      for (let n = 0; n < 20; n += 1) ids.add(headerOf(await api.get('/livez'), 'x-request-id'));
      expect(ids.size).toBe(20);
      const two = await api.get('/livez', { 'X-Request-Id': ['one', 'two'] });
      expect(headerOf(two, 'x-request-id')).not.toContain(',');
    });
  });
}
