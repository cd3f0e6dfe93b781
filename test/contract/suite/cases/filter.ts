import { describe, expect, test } from 'vitest';
import {
  type Field,
  isFilterable,
  propertyOf,
  type Resource,
} from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { withQuery } from '../http/api.ts';
import { pageOf, walk } from '../http/page.ts';
import { type Json, textOf } from '../json.ts';
import { nobody } from '../samples/reference.ts';
import { samplesOf } from '../samples/samples-of.ts';
import { pathOf } from '../url.ts';

function filterCases_({ api, rows }: Bench, resource: Resource, field: Field): void {
  const path = pathOf(resource);
  const property = propertyOf(field);
  const refused = { status: 422, parameters: [property] };

  test('finds the rows that have the value, all of them and no others', async () => {
    const value = await rows.fresh(field);
    const mine = [await rows.create(resource, { [property]: value })];
    if (!field.unique) mine.push(await rows.create(resource, { [property]: value }));
    const other = await rows.create(resource, { [property]: await rows.fresh(field) });
    const items = await walk(api, path, { [property]: textOf(value), limit: '100' });
    expect(items).toEqual(expect.arrayContaining(mine.map(({ body }) => body)));
    expect(new Set(items.map((item) => item[property]))).toEqual(new Set<Json>([value]));
    if (other.body[property] !== value) expect(items).not.toContainEqual(other.body);
  });

  const texts = samplesOf(field).invalidText.filter((text) => text.length < 4000);
  test.for(texts)('refuses %j, which does not fit its type', async (text) => {
    expectProblem(await api.get(withQuery(path, { [property]: text })), refused);
  });

  test('refuses to be given twice', async () => {
    const value = textOf(await rows.fresh(field));
    const twice: [string, string][] = [
      [property, value],
      [property, value],
    ];
    expectProblem(await api.get(withQuery(path, twice)), refused);
  });

  if (field.type === 'string') {
    test('tells upper from lower case', async () => {
      const row = await rows.create(resource);
      const text = textOf(row.body[property]);
      const { items } = await pageOf(api, path, { [property]: text.toUpperCase() });
      if (text !== text.toUpperCase()) expect(items).not.toContainEqual(row.body);
    });
  }

  if (field.type === 'reference') {
    test('finds nothing by the id of no row', async () => {
      expect(await pageOf(api, path, { [property]: nobody })).toEqual({ items: [], next: null });
    });
  }
}

/** "Enum, boolean, reference and unique fields can be filtered by equality." */
export function filterCases(bench: Bench, resource: Resource): void {
  const { api, rows } = bench;
  const path = pathOf(resource);
  const filterable = resource.fields.filter((field) => isFilterable(field));
  const others = resource.fields.filter((field) => !isFilterable(field));

  for (const field of filterable) {
    describe(`the filter ${propertyOf(field)}`, () => {
      filterCases_(bench, resource, field);
    });
  }

  describe('filters', () => {
    test('together find the rows that have every value', async () => {
      const row = await rows.create(resource);
      const query = Object.fromEntries(
        filterable
          .map((field) => propertyOf(field))
          .filter((property) => row.body[property] !== null)
          .map((property) => [property, textOf(row.body[property])]),
      );
      const items = await walk(api, path, { ...query, limit: '100', sort: 'createdAt' });
      expect(items).toContainEqual(row.body);
      for (const item of items) {
        for (const [name, value] of Object.entries(query)) expect(textOf(item[name])).toBe(value);
      }
    });

    test.for(others.map((field) => propertyOf(field)))('are refused on %s', async (property) => {
      const answer = await api.get(withQuery(path, { [property]: 'x' }));
      expectProblem(answer, { status: 422, parameters: [property] });
    });
  });
}
