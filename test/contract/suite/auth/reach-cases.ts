import { describe, expect, test } from 'vitest';
import { propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import { yieldingReferences } from '../../../../generators/core/spec/on-delete.ts';
import type { Bench } from '../bench.ts';
import { expectKept } from '../cases/on-delete.ts';
import { expectProblem } from '../expect/problem.ts';
import { exchange, headerOf } from '../http/ask.ts';
import { parseObject } from '../json.ts';
import { createRows } from '../rows.ts';

const noAdmin = 'needs an administrator: give a project, not a base URL';

/** Nobody deletes or changes along with a row what they could not delete or change by itself. */
export function reachCases(bench: Bench, resource: Resource): void {
  const { api, rows, as, accounts, spec } = bench;
  if (resource.shared) return;

  describe.for(yieldingReferences(resource))('the row of somebody else behind $name', (field) => {
    const property = propertyOf(field);
    const target = spec.resources.find(({ name }) => name === field.resource);
    if (!target) throw new Error(`the spec has no resource ${field.resource}`);

    test('goes or changes for those who see all rows', async (context) => {
      const { admin } = accounts();
      if (!admin) return context.skip(noAdmin);
      const needed = await rows.create(target);
      const row = await createRows(as(admin), spec).create(resource, { [property]: needed.id });
      expectProblem(await api.remove(needed.path), { status: 409 });
      const removed = await as(admin).remove(needed.path);
      expect(removed.status, exchange(removed)).toBe(204);
      const read = await as(admin).get(row.path);
      if (field.onDelete === 'cascade') expectProblem(read, { status: 404 });
      else expect(parseObject(read.text)).toMatchObject({ [property]: null });
    });

    if (target.shared) {
      test('keeps what it refers to, until it is gone', async () => {
        const other = as(accounts().other);
        const needed = await rows.create(target);
        const row = await createRows(other, spec).create(resource, { [property]: needed.id });
        expectProblem(await api.remove(needed.path), { status: 409 });
        await expectKept({ api: other }, row);
        await expectKept({ api }, needed);
        expect((await other.remove(row.path)).status).toBe(204);
        expect((await api.remove(needed.path)).status).toBe(204);
      });
    } else {
      test('is nothing to a stranger who would delete it: 404', async (context) => {
        const { admin, other } = accounts();
        if (!admin) return context.skip(noAdmin);
        const needed = await rows.create(target);
        const theirs = await createRows(as(other), spec).create(resource);
        const patched = await as(admin).patch(theirs.path, { [property]: needed.id });
        expect(patched.status, exchange(patched)).toBe(200);
        const row = {
          ...theirs,
          body: parseObject(patched.text),
          etag: headerOf(patched, 'etag'),
        };
        expectProblem(await as(other).remove(needed.path), { status: 404 });
        await expectKept({ api: as(other) }, row);
        await expectKept({ api }, needed);
      });
    }
  });
}
