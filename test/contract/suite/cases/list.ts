import { describe, expect, test } from 'vitest';
import type { Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { type Headers, withQuery } from '../http/api.ts';
import { pageOf } from '../http/page.ts';
import { textOf } from '../json.ts';
import { pathOf } from '../url.ts';

const wrongLimits = ['0', '101', '-1', '1.5', 'abc', '1e1', '0x10', '1000000', 'null', ' 5', '5 '];
const wrongSorts = [
  'nosuch',
  '-nosuch',
  '-',
  '--createdAt',
  '-createdAt,nosuch',
  'CREATEDAT',
  'created_at',
  'constructor',
  '__proto__',
  'toString',
  'createdAt desc',
  'createdAt;drop',
];

const refused = (parameter: string) => ({ status: 422, parameters: [parameter] });

/** The row "GET /api/v1/tasks": page size, default order, query parameters that are refused. */
export function listCases({ api, rows }: Bench, resource: Resource): void {
  const path = pathOf(resource);
  const get = (query: readonly [string, string][], headers?: Headers) =>
    api.get(withQuery(path, query), headers);

  describe('GET the list', () => {
    test('answers 20 rows unless limit says 1 to 100', async () => {
      await Promise.all(Array.from({ length: 101 }, () => rows.create(resource)));
      expect((await pageOf(api, path)).items).toHaveLength(20);
      for (const limit of [1, 2, 99, 100]) {
        const page = await pageOf(api, path, { limit: String(limit) });
        expect(page.items).toHaveLength(limit);
        expect(page.next).toEqual(expect.any(String));
      }
    });

    test('shows each row as GET of that row does', async () => {
      const { items } = await pageOf(api, path, { limit: '5' });
      for (const item of items) {
        const { text } = await api.get(`${path}/${textOf(item['id'])}`);
        expect(JSON.parse(text)).toEqual(item);
      }
    });

    test('starts with the newest row', async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const row = await rows.create(resource);
      const { items } = await pageOf(api, path);
      expect(items[0]).toEqual(row.body);
      const times = items.map((item) => textOf(item['createdAt']));
      expect(times).toEqual(times.toSorted().toReversed());
    });

    test.for(wrongLimits)('refuses limit=%s', async (limit) => {
      expectProblem(await get([['limit', limit]]), refused('limit'));
    });

    test.for(wrongSorts)('refuses sort=%s', async (sort) => {
      expectProblem(await get([['sort', sort]]), refused('sort'));
    });

    test.for([
      'nosuch',
      'q',
      'page',
      'offset',
      'Limit',
      'id',
      'createdAt',
      '__proto__',
      'constructor',
    ])('refuses the unknown parameter %s', async (name) => {
      expectProblem(await get([[name, '1']]), refused(name));
    });

    test.for(['limit', 'sort'])('refuses %s given twice, even with one value', async (name) => {
      const value = name === 'limit' ? '5' : 'createdAt';
      expectProblem(
        await get([
          [name, value],
          [name, value],
        ]),
        refused(name),
      );
    });

    test('names every wrong parameter in one answer', async () => {
      const answer = await get([
        ['limit', '0'],
        ['sort', 'nosuch'],
        ['a', '1'],
        ['b', ''],
      ]);
      expectProblem(answer, { status: 422, parameters: ['limit', 'sort', 'a', 'b'] });
    });

    test('names as many unknown parameters as an address has room for', async () => {
      const names = Array.from({ length: 1200 }, (_, index) => `p${index}`);
      const answer = await get(names.map((name) => [name, '']));
      expectProblem(answer, { status: 422, parameters: names });
    });

    test('refuses unknown parameters on a single row and on POST, too', async () => {
      const row = await rows.create(resource);
      expectProblem(await api.get(`${row.path}?nosuch=1`), refused('nosuch'));
      expectProblem(await api.patch(`${row.path}?nosuch=1`, {}), refused('nosuch'));
      expectProblem(await api.remove(`${row.path}?nosuch=1`), refused('nosuch'));
      const draft = await rows.draft(resource);
      expectProblem(await api.post(`${path}?nosuch=1`, draft), refused('nosuch'));
    });
  });
}
