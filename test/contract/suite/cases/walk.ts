import { describe, expect, test } from 'vitest';
import { propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { type Page, walk } from '../http/page.ts';
import { type JsonObject, textOf } from '../json.ts';
import type { Row } from '../rows.ts';
import { comparatorOf, sortsOf } from '../sorting.ts';
import { pathOf } from '../url.ts';

interface Crowd {
  /** Rows that stay: each must be met exactly once. */
  readonly stay: ReadonlyMap<string, Row>;
  /** Rows that may go at any moment. */
  readonly leave: Map<string, Row>;
}

const staying = 12;
const leaving = 10;

/** "A walk returns each row that stayed exactly once while others come and go." */
export function walkCases({ api, rows }: Bench, resource: Resource): void {
  const path = pathOf(resource);

  /** Few values for every field that may repeat, so that pages end in the middle of ties. */
  const tied = async (): Promise<readonly JsonObject[]> => {
    const drafts = [await rows.draft(resource), await rows.draft(resource)];
    const keys = resource.fields.filter((field) => !field.unique).map((f) => propertyOf(f));
    return drafts.map((draft) => Object.fromEntries(keys.map((key) => [key, draft[key] ?? null])));
  };

  /** Made all at once, so that many share their millisecond. */
  const gather = async (values: readonly JsonObject[]): Promise<Crowd> => {
    const made = await Promise.all(
      Array.from({ length: staying + leaving }, (_, n) => rows.create(resource, values[n % 2])),
    );
    const entries = made.map((row) => [row.id, row] as const);
    return { stay: new Map(entries.slice(0, staying)), leave: new Map(entries.slice(staying)) };
  };

  /** A staying row changes, but none of the keys that the walk is sorted by. */
  const touch = async ({ stay }: Crowd, sort: string) => {
    const keys = sort.replaceAll('-', '').split(',');
    const field = resource.fields.find((candidate) => !keys.includes(propertyOf(candidate)));
    const row = [...stay.values()].at(Math.floor(Math.random() * stay.size));
    if (!field || !row || keys.includes('updatedAt')) return;
    await api.patch(row.path, { [propertyOf(field)]: await rows.fresh(field) });
  };

  /** Between two pages: the last row seen goes if it may, another goes, a new one comes. */
  const stir = async ({ leave }: Crowd, values: readonly JsonObject[], page: Page) => {
    const last = leave.get(textOf(page.items.at(-1)?.['id']));
    const [other] = leave.values();
    for (const row of new Set([last, other])) {
      if (!row) continue;
      leave.delete(row.id);
      await api.remove(row.path);
    }
    const come = await rows.create(resource, values[page.items.length % 2]);
    leave.set(come.id, come);
  };

  describe('a walk by', () => {
    test.for(sortsOf(resource))('%s meets each row that stayed exactly once', async (sort) => {
      const values = await tied();
      const crowd = await gather(values);
      const items = await walk(api, path, { sort, limit: '5' }, async (page) => {
        await stir(crowd, values, page);
        await touch(crowd, sort);
      });
      const met = new Set(items.map((item) => textOf(item['id'])));
      expect([...crowd.stay.keys()].filter((id) => !met.has(id))).toEqual([]);
      const kept = items.filter((item) => crowd.stay.has(textOf(item['id'])));
      expect(kept).toEqual(kept.toSorted(comparatorOf(resource, sort)));
      for (const row of [...crowd.stay.values(), ...crowd.leave.values()])
        await api.remove(row.path);
    });
  });
}
