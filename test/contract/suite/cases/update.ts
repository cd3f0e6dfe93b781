import { describe, expect, test } from 'vitest';
import { propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem, pointerTo } from '../expect/problem.ts';
import { exchange, headerOf } from '../http/ask.ts';
import { parseObject, textOf } from '../json.ts';
import { isChangeable } from '../rows.ts';
import { samplesOf, wrongFor } from '../samples/samples-of.ts';

const types = [
  'application/merge-patch+json',
  'application/json',
  'Application/JSON; charset=UTF-8',
];

/** The row "PATCH /api/v1/tasks/{id}" without its preconditions. */
export function updateCases({ api, rows }: Bench, resource: Resource): void {
  if (!isChangeable(resource)) return;
  describe('PATCH', () => {
    test.for(types)('takes %s and answers with the new row and its new ETag', async (type) => {
      const row = await rows.create(resource);
      const values = await rows.draft(resource, await rows.change(resource, row.body));
      const answer = await api.patch(row.path, values, { 'Content-Type': type });
      expect(answer.status, exchange(answer)).toBe(200);
      const body = parseObject(answer.text);
      const { id, createdAt } = row.body;
      expect(body).toMatchObject({ ...values, id, createdAt });
      expect(textOf(body['updatedAt']) >= textOf(row.body['updatedAt'])).toBe(true);
      expect(headerOf(answer, 'etag')).toMatch(/^"[^"]+"$/u);
      expect(headerOf(answer, 'etag')).not.toBe(row.etag);
      const read = await api.get(row.path);
      expect(parseObject(read.text)).toEqual(body);
      expect(headerOf(read, 'etag')).toBe(headerOf(answer, 'etag'));
    });

    test.for(resource.fields)('changes $name and leaves the others alone', async (field) => {
      const row = await rows.create(resource);
      const property = propertyOf(field);
      const answer = await api.patch(row.path, { [property]: await rows.fresh(field) });
      expect(answer.status, exchange(answer)).toBe(200);
      const { updatedAt, [property]: changed, ...others } = parseObject(answer.text);
      expect(row.body).toMatchObject(others);
      expect([updatedAt, changed]).not.toContain(undefined);
    });

    test('that changes nothing keeps ETag and updatedAt', async () => {
      const row = await rows.create(resource);
      const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...same } = row.body;
      for (const patch of [{}, same]) {
        const answer = await api.patch(row.path, patch);
        expect(answer.status, exchange(answer)).toBe(200);
        expect(parseObject(answer.text)).toEqual(row.body);
        expect(headerOf(answer, 'etag')).toBe(row.etag);
      }
    });

    const aliased = resource.fields.filter((field) => samplesOf(field).alias);
    test.for(aliased)('that spells $name another way changes nothing', async (field) => {
      const row = await rows.create(resource);
      const property = propertyOf(field);
      const spelled = samplesOf(field).alias?.(row.body[property] ?? null) ?? null;
      const answer = await api.patch(row.path, { [property]: spelled });
      expect(parseObject(answer.text), exchange(answer)).toEqual(row.body);
      expect(headerOf(answer, 'etag')).toBe(row.etag);
    });

    test('names every wrong and every unknown field in one answer', async () => {
      const row = await rows.create(resource);
      const wrong = resource.fields.map((field) => [propertyOf(field), wrongFor(field)]);
      const body = { ...Object.fromEntries(wrong), nosuch: 1 };
      const pointers = Object.keys(body).map((name) => pointerTo(name));
      expectProblem(await api.patch(row.path, body), { status: 422, pointers });
    });

    const noObjects = ['[]', '[{}]', '"text"', '""', '5', 'true', 'null'];
    test.for(noObjects)('refuses the patch %s, no object', async (body) => {
      const row = await rows.create(resource);
      expectProblem(await api.patchText(row.path, body), { status: 422, pointers: [''] });
    });
  });
}
