import { describe, expect, test } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { expectRepresentation } from '../expect/representation.ts';
import { exchange, headerOf } from '../http/ask.ts';
import { parseObject } from '../json.ts';
import { nobody } from '../samples/reference.ts';
import { pathOf } from '../url.ts';

const noTags = ['abc', '"abc', 'abc"', 'W/abc', 'w/"abc"', '"a" "b"', '"a";"b"', "'abc'"];

/** The row "GET /api/v1/tasks/{id}". */
export function readCases({ api, rows }: Bench, resource: Resource): void {
  describe('GET one', () => {
    test('answers with the representation, a strong ETag and Cache-Control', async () => {
      const row = await rows.create(resource);
      const answer = await api.get(row.path);
      expect(answer.status, exchange(answer)).toBe(200);
      expectRepresentation(resource, parseObject(answer.text));
      expect(headerOf(answer, 'etag')).toBe(row.etag);
      expect(headerOf(answer, 'cache-control')).toBe('private, no-cache');
    });

    test('answers 304 to the current tag: alone, weak, listed, in two headers, or *', async () => {
      const row = await rows.create(resource);
      const current = [row.etag, `W/${row.etag}`, `"a,b" , ${row.etag}`, ['"a"', row.etag], '*'];
      for (const tag of current) {
        const answer = await api.get(row.path, { 'If-None-Match': tag });
        expect(answer.status, String(tag)).toBe(304);
        expect(headerOf(answer, 'etag')).toBe(row.etag);
        expect(headerOf(answer, 'cache-control')).toBe('private, no-cache');
      }
    });

    test('answers 200 to another tag', async () => {
      const row = await rows.create(resource);
      for (const tag of ['"other"', 'W/"other"', '"a", "b"', '""']) {
        const answer = await api.get(row.path, { 'If-None-Match': tag });
        expect(answer.status, tag).toBe(200);
      }
    });

    test.for(noTags)('answers 400 to If-None-Match: %s', async (tag) => {
      const row = await rows.create(resource);
      expectProblem(await api.get(row.path, { 'If-None-Match': tag }), { status: 400 });
    });

    test('answers whatever Accept says', async () => {
      const row = await rows.create(resource);
      const answer = await api.get(row.path, { Accept: 'text/html;q=1, image/png' });
      expect(answer.status).toBe(200);
      const missing = await api.get(`${pathOf(resource)}/${nobody}`, { Accept: 'text/html' });
      expectProblem(missing, { status: 404 });
    });
  });
}
