import { describe, expect, test } from 'vitest';
import { isFilterable, propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { withQuery } from '../http/api.ts';
import { pageOf, type Query } from '../http/page.ts';
import { textOf } from '../json.ts';
import { pathOf } from '../url.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64url');

const malformed = [
  'abc',
  'null',
  '0',
  '%',
  '\u0000',
  '\u{1F600}',
  base64('{}'),
  base64('[]'),
  base64('null'),
  base64('5'),
  base64('["a"'),
  base64('{"sort":"-createdAt"}'),
  base64('[[],"x"]'),
  'x'.repeat(5000),
];

/** "The cursor is opaque and tied to its sort and filter (another one: 400)." */
export function cursorCases({ api, rows }: Bench, resource: Resource): void {
  const path = pathOf(resource);
  const cursorOf = async (query: Query): Promise<string> => {
    await rows.create(resource);
    await rows.create(resource);
    const { next } = await pageOf(api, path, { ...query, limit: '1' });
    if (next === null) throw new Error('two rows, one a page, and no cursor');
    return next;
  };
  const refused = { status: 400 };

  describe('cursor', () => {
    test.for(malformed)('%j is malformed: 400', async (cursor) => {
      expectProblem(await api.get(withQuery(path, { cursor })), refused);
    });

    test('that was cut, extended or changed never fails the server', async () => {
      const cursor = await cursorOf({});
      const changed = [cursor.slice(0, -1), cursor.slice(1), `${cursor}x`, cursor.toUpperCase()];
      for (let at = 0; at < cursor.length; at += 3) {
        changed.push(
          `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`,
        );
      }
      for (const text of changed) {
        const { status } = await api.get(withQuery(path, { cursor: text }));
        expect([200, 400], text).toContain(status);
      }
      expectProblem(await api.get(withQuery(path, { cursor: cursor.slice(0, 5) })), refused);
    });

    test('works with another limit, and only with its own sort', async () => {
      const cursor = await cursorOf({ sort: 'updatedAt' });
      expect(
        (await pageOf(api, path, { sort: 'updatedAt', limit: '7', cursor })).items.length,
      ).toBeGreaterThan(0);
      for (const sort of ['-updatedAt', 'createdAt', 'updatedAt,createdAt']) {
        expectProblem(await api.get(withQuery(path, { sort, cursor })), refused);
      }
      expectProblem(await api.get(withQuery(path, { cursor })), refused);
      const plain = await cursorOf({});
      expectProblem(await api.get(withQuery(path, { sort: 'createdAt', cursor: plain })), refused);
    });

    const filters = resource.fields.filter((field) => isFilterable(field) && !field.unique);
    test.for(filters)('works only with its own filter by $name', async (field) => {
      const property = propertyOf(field);
      const [one, two] = [await rows.create(resource), await rows.create(resource)];
      const value = one.body[property] ?? (await rows.fresh(field));
      for (let n = 0; n < 2; n += 1) await rows.create(resource, { [property]: value });
      const filter = { [property]: textOf(value) };
      const cursor = await cursorOf(filter);
      expect((await pageOf(api, path, { ...filter, cursor })).items.length).toBeGreaterThan(0);
      expectProblem(await api.get(withQuery(path, { cursor })), refused);
      const other = two.body[property] === value ? await rows.fresh(field) : two.body[property];
      if (other !== value && other !== null) {
        const query = { [property]: textOf(other), cursor };
        expectProblem(await api.get(withQuery(path, query)), refused);
      }
      const plain = await cursorOf({});
      expectProblem(await api.get(withQuery(path, { ...filter, cursor: plain })), refused);
    });

    test('given twice is refused', async () => {
      const cursor = await cursorOf({});
      const twice: [string, string][] = [
        ['cursor', cursor],
        ['cursor', cursor],
      ];
      expectProblem(await api.get(withQuery(path, twice)), { status: [400, 422] });
    });
  });
}
