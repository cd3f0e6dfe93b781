import { describe, expect, test } from 'vitest';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange } from '../http/ask.ts';
import { pathOf } from '../url.ts';

const malformed = ['%zz', '%', '%2', '%G0', 'a%', '%%'];

/** 400: "malformed percent-encoding", in the path and in the query. */
export function percentEncodingCases({ api, spec }: Bench): void {
  const collections = spec.resources.map((resource) => pathOf(resource));
  describe('malformed percent-encoding', () => {
    test.for(malformed)('%s is 400 in a path', async (text) => {
      for (const path of [
        `/${text}`,
        ...collections.map((collection) => `${collection}/${text}`),
      ]) {
        for (const method of ['GET', 'DELETE']) {
          expectProblem(await api.send({ method, path }), { status: 400 });
        }
      }
    });

    test.for(malformed)('%s is 400 in a query', async (text) => {
      for (const collection of collections) {
        for (const query of [`limit=${text}`, `${text}=1`, `cursor=${text}`]) {
          expectProblem(await api.get(`${collection}?${query}`), { status: 400 });
        }
      }
    });

    // Well-formed escapes of bytes that are no UTF-8: malformed, or simply no row and no value.
    test.for(['%FF', '%C0%80', '%ED%A0%80'])('%s, which is no UTF-8, is refused', async (text) => {
      for (const collection of collections) {
        expectProblem(await api.get(`${collection}/${text}`), { status: [400, 404] });
        expectProblem(await api.get(`${collection}?limit=${text}`), { status: [400, 422] });
      }
    });

    test('well-formed escapes are undone', async () => {
      const answers = await Promise.all(
        collections.map((collection) => api.get(`${collection}?%6Cimit=%31`)),
      );
      for (const answer of answers) expect(answer.status, exchange(answer)).toBe(200);
    });
  });
}
