import { describe, expect, test } from 'vitest';
import { propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange } from '../http/ask.ts';
import { pageOf } from '../http/page.ts';
import { createRows, isChangeable } from '../rows.ts';
import { nobody } from '../samples/reference.ts';
import { pathOf } from '../url.ts';
import { expectUnauthenticated } from './expect-refused.ts';

/** "A row belongs to the user who made it; others see 404." */
export function ownershipCases({ api, rows, as, accounts, spec }: Bench, resource: Resource): void {
  const path = pathOf(resource);
  const other = () => as(accounts().other);

  describe('who may do what', () => {
    test('strangers are told nothing: 401, whatever they ask for', async () => {
      const { path: one } = await rows.create(resource);
      const stranger = as(undefined);
      for (const id of [one, `${path}/${nobody}`, `${path}/x`]) {
        expectUnauthenticated(await stranger.get(id));
        expectUnauthenticated(await stranger.patchText(id, '{bad'));
        expectUnauthenticated(await stranger.remove(id));
      }
      expectUnauthenticated(await stranger.get(`${path}?nosuch=1`));
      expectUnauthenticated(await stranger.postText(path, '{bad'));
    });

    test.runIf(resource.shared)('the rows are those of everybody', async () => {
      const row = await rows.create(resource);
      expect((await other().get(row.path)).status).toBe(200);
      const page = await pageOf(other(), path, { limit: '100' });
      expect(page.items.map(({ id }) => id)).toContain(row.id);
    });

    test.skipIf(resource.shared)('rows of others are not there, in any route', async () => {
      const row = await rows.create(resource);
      // Without a second fault: what the patch refers to is there for the one who sends it.
      const theirs = createRows(other(), spec);
      const patch = isChangeable(resource) ? await theirs.change(resource, row.body) : {};
      for (const headers of [{}, { 'If-Match': row.etag }, { 'If-Match': '*' }]) {
        expectProblem(await other().patch(row.path, patch, headers), { status: 404 });
        expectProblem(await other().remove(row.path, headers), { status: 404 });
      }
      expectProblem(await other().get(row.path), { status: 404 });
      expectProblem(await other().get(row.path, { 'If-None-Match': row.etag }), { status: 404 });
      const { items } = await pageOf(other(), path, { limit: '100' });
      expect(items.map(({ id }) => id)).not.toContain(row.id);
      const kept = await api.get(row.path);
      expect(kept.status, exchange(kept)).toBe(200);
      expect(kept.headers['etag']).toBe(row.etag);
    });

    for (const field of resource.fields) {
      if (field.type !== 'reference') continue;
      const target = spec.resources.find(({ name }) => name === field.resource);
      test.skipIf(!target || target.shared)(
        `rows of others are nothing that ${propertyOf(field)} can refer to`,
        async () => {
          const { id } = await rows.create(target ?? resource);
          const othersRows = createRows(other(), spec);
          const own = await othersRows.create(resource);
          const body = { ...(await othersRows.draft(resource)), [propertyOf(field)]: id };
          const expected = { status: 422, pointers: [`/${propertyOf(field)}`] };
          expectProblem(await other().post(path, body), expected);
          expectProblem(await other().patch(own.path, { [propertyOf(field)]: id }), expected);
        },
      );
    }
  });
}
