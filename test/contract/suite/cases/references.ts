import { describe, expect, test } from 'vitest';
import { propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem, pointerTo } from '../expect/problem.ts';
import { exchange } from '../http/ask.ts';
import { pathOf } from '../url.ts';

/** The rows "reference to a row that does not exist" and "delete of a row that others need". */
export function referenceCases({ api, rows, spec }: Bench, resource: Resource): void {
  const references = resource.fields.filter((field) => field.type === 'reference');
  describe.for(references)('the reference $name', (field) => {
    const property = propertyOf(field);
    const unknown = { status: 422, pointers: [pointerTo(property)] };
    const target = spec.resources.find(({ name }) => name === field.resource);
    if (!target) throw new Error(`the spec has no resource ${field.resource}`);

    test('takes an existing row, in POST and in PATCH', async () => {
      const [first, second] = [await rows.create(target), await rows.create(target)];
      const row = await rows.create(resource, { [property]: first.id });
      expect(row.body[property]).toBe(first.id);
      const answer = await api.patch(row.path, { [property]: second.id });
      expect(answer.status, exchange(answer)).toBe(200);
      expect(JSON.parse(answer.text)).toMatchObject({ [property]: second.id });
      expect((await api.remove(first.path)).status).toBe(204);
    });

    test('refuses a row that is gone with 422', async () => {
      const gone = await rows.create(target);
      await api.remove(gone.path);
      const draft = await rows.draft(resource, { [property]: gone.id });
      expectProblem(await api.post(pathOf(resource), draft), unknown);
      const row = await rows.create(resource);
      expectProblem(await api.patch(row.path, { [property]: gone.id }), unknown);
    });

    test('refuses a row of another resource with 422', async () => {
      const other = spec.resources.find(({ name }) => name !== field.resource);
      if (!other) return;
      const { id } = await rows.create(other);
      const draft = await rows.draft(resource, { [property]: id });
      expectProblem(await api.post(pathOf(resource), draft), unknown);
    });

    const isKeeping = field.onDelete === 'restrict';
    test.runIf(isKeeping)('keeps its row from being deleted: 409 until it is let go', async () => {
      const needed = await rows.create(target);
      const row = await rows.create(resource, { [property]: needed.id });
      expectProblem(await api.remove(needed.path), { status: 409 });
      expect((await api.get(needed.path)).status).toBe(200);
      expect((await api.remove(row.path)).status).toBe(204);
      expect((await api.remove(needed.path)).status).toBe(204);
    });
  });
}
