import { describe, expect, test } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import type { Headers } from '../http/api.ts';
import { exchange, headerOf } from '../http/ask.ts';
import { parseObject } from '../json.ts';
import { isChangeable, type Row } from '../rows.ts';

type Tags = string | string[];

const matching: readonly (readonly [string, (row: Row) => Tags])[] = [
  ['the current tag', (row) => row.etag],
  ['*', () => '*'],
  ['a list with the current tag', (row) => `"other",${row.etag} , "more"`],
  ['a list with a comma inside a tag', (row) => `"a,b", ${row.etag}`],
  ['two headers, one with the current tag', (row) => ['"other"', row.etag]],
];
const stale: readonly (readonly [string, (row: Row) => Tags])[] = [
  ['another tag', () => '"other"'],
  ['the empty tag', () => '""'],
  ['the current tag made weak', (row) => `W/${row.etag}`],
  ['a list of other tags', () => '"a", "b"'],
  ['a list with the current tag made weak', (row) => `"a", W/${row.etag}`],
  ['the current tag with another inside', (row) => `"x${row.etag.slice(1)}`],
];
const malformed = ['abc', '"abc', 'abc"', 'W/abc', 'w/"abc"', '"a" "b"', '*, "a"', "'abc'", '5'];

/** `If-Match` on PATCH and DELETE. */
export function preconditionCases({ api, rows }: Bench, resource: Resource): void {
  if (!isChangeable(resource)) return;
  const patch = async (row: Row, headers: Headers) =>
    api.patch(row.path, await rows.change(resource, row.body), headers);

  describe('If-Match', () => {
    test.for(matching)('with %s lets PATCH and DELETE pass', async ([, tags]) => {
      const row = await rows.create(resource);
      const patched = await patch(row, { 'If-Match': tags(row) });
      expect(patched.status, exchange(patched)).toBe(200);
      const now = { ...row, etag: headerOf(patched, 'etag') };
      const removed = await api.remove(row.path, { 'If-Match': tags(now) });
      expect(removed.status, exchange(removed)).toBe(204);
    });

    test.for(stale)('with %s stops PATCH and DELETE with 412', async ([, tags]) => {
      const row = await rows.create(resource);
      expectProblem(await patch(row, { 'If-Match': tags(row) }), { status: 412 });
      expectProblem(await api.remove(row.path, { 'If-Match': tags(row) }), { status: 412 });
      expect(parseObject((await api.get(row.path)).text)).toEqual(row.body);
    });

    test('with the tag from before the last change stops PATCH and DELETE', async () => {
      const row = await rows.create(resource);
      const first = await patch(row, { 'If-Match': row.etag });
      expectProblem(await patch(row, { 'If-Match': row.etag }), { status: 412 });
      expectProblem(await api.remove(row.path, { 'If-Match': row.etag }), { status: 412 });
      expect((await api.get(row.path)).text).toBe(first.text);
    });

    test.for(malformed)('%s is malformed: 400', async (tag) => {
      const row = await rows.create(resource);
      expectProblem(await patch(row, { 'If-Match': tag }), { status: 400 });
      expectProblem(await api.remove(row.path, { 'If-Match': tag }), { status: 400 });
    });
  });
}
