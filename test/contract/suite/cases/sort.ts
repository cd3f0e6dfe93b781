import { describe, expect, test } from 'vitest';
import { isSortable, propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { withQuery } from '../http/api.ts';
import { walk } from '../http/page.ts';
import { type JsonObject, textOf } from '../json.ts';
import { shownOf } from '../samples/samples.ts';
import { samplesOf } from '../samples/samples-of.ts';
import { comparatorOf, sortsOf } from '../sorting.ts';
import { pathOf } from '../url.ts';

const inOrder = (items: readonly JsonObject[], compare: (a: JsonObject, b: JsonObject) => number) =>
  items.every((item, index) => index === 0 || compare(items[index - 1] ?? item, item) <= 0);

/** Rows of equal keys stand in the order of their ids, all ascending or all descending. */
function tiesById(items: readonly JsonObject[], compare: (a: JsonObject, b: JsonObject) => number) {
  const steps = new Set<boolean>();
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    if (before && compare(before, item) === 0) steps.add(textOf(before['id']) < textOf(item['id']));
  }
  return steps.size <= 1;
}

/** Sorting: which keys, which order, what breaks ties. */
export function sortCases({ api, rows }: Bench, resource: Resource): void {
  const path = pathOf(resource);
  const unsortable = resource.fields.filter((field) => !isSortable(field)).map(propertyOf);

  /**
   * The n-th row takes the n-th valid value of every field: around and around, so that there are
   * ties, but each value of a unique field only once.
   */
  const valuesOf = (n: number): JsonObject =>
    Object.fromEntries(
      resource.fields.flatMap((field) => {
        const shown = [...new Set(samplesOf(field).valid.map((sample) => shownOf(sample)))];
        const value = field.unique ? shown[n] : shown[n % Math.max(1, shown.length)];
        return value === undefined ? [] : [[propertyOf(field), value]];
      }),
    );

  const expectOrder = async (sort: string, made: ReadonlySet<string>): Promise<void> => {
    const items = await walk(api, path, { sort, limit: '100' });
    const compare = comparatorOf(resource, sort);
    expect(inOrder(items, compare), `order of ${sort}`).toBe(true);
    expect(tiesById(items, compare), `ties of ${sort}`).toBe(true);
    const found = items.filter((item) => made.has(textOf(item['id'])));
    expect(found).toHaveLength(made.size);
  };

  describe('sort', () => {
    test('puts boundary values, cases, scripts and ties in order, by every key and list', async () => {
      const made = new Set<string>();
      try {
        for (let n = 0; n < 50; n += 1) made.add((await rows.create(resource, valuesOf(n))).id);
        for (const sort of sortsOf(resource)) await expectOrder(sort, made);
      } finally {
        for (const id of made) await api.remove(`${path}/${id}`);
      }
    });

    test.for(unsortable)('refuses %s: optional, or of a type without order', async (name) => {
      for (const sort of [name, `-${name}`, `createdAt,${name}`]) {
        const answer = await api.get(withQuery(path, { sort }));
        expectProblem(answer, { status: 422, parameters: ['sort'] });
      }
    });
  });
}
