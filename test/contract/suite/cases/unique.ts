import { describe, expect, test } from 'vitest';
import { propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem, pointerTo } from '../expect/problem.ts';
import { exchange } from '../http/ask.ts';
import { parseObject, textOf } from '../json.ts';
import { samplesOf } from '../samples/samples-of.ts';
import { pathOf } from '../url.ts';

/** The row "value of a unique field taken". */
export function uniqueCases({ api, rows }: Bench, resource: Resource): void {
  const path = pathOf(resource);
  const uniqueFields = resource.fields.filter((field) => field.unique);

  describe.for(uniqueFields)('the unique field $name', (field) => {
    const property = propertyOf(field);
    const taken = { status: 409, pointers: [pointerTo(property)] };
    const filled = async () => {
      const value = await rows.fresh(field);
      return { value, row: await rows.create(resource, { [property]: value }) };
    };

    test('refuses a taken value in POST and in PATCH with 409', async () => {
      const { value } = await filled();
      const draft = await rows.draft(resource, { [property]: value });
      expectProblem(await api.post(path, draft), taken);
      const second = await rows.create(resource);
      expectProblem(await api.patch(second.path, { [property]: value }), taken);
      expect(parseObject((await api.get(second.path)).text)).toEqual(second.body);
    });

    test('gives its value free with the row, and keeps it for its own row', async () => {
      const { value, row } = await filled();
      const kept = await api.patch(row.path, { [property]: value });
      expect(kept.status, exchange(kept)).toBe(200);
      await api.remove(row.path);
      const again = await rows.create(resource, { [property]: value });
      expect(again.body[property]).toBe(value);
    });

    test.each([2, 20])('lets one of %d writers at once have a value', async (writers) => {
      const oneWins = [201, ...Array.from({ length: writers - 1 }, () => 409)];
      for (let round = 0; round < 10; round += 1) {
        const values = { [property]: await rows.fresh(field) };
        const drafts = [];
        for (const _ of oneWins) drafts.push(await rows.draft(resource, values));
        const answers = await Promise.all(drafts.map((draft) => api.post(path, draft)));
        const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
        expect(statuses).toEqual(oneWins);
      }
    });

    const { alias, valid } = samplesOf(field);
    if (alias) {
      test('sees through another spelling of a taken value', async () => {
        const { value } = await filled();
        const draft = await rows.draft(resource, { [property]: alias(value) });
        expectProblem(await api.post(path, draft), taken);
      });
    }
    if (field.type === 'string' && valid.some(({ value }) => value === 'zebra')) {
      test('tells upper from lower case and composed from decomposed', async () => {
        const made = [];
        for (const value of ['K\u00e9', 'k\u00e9', 'Ke\u0301', '\u212a\u00e9']) {
          made.push(await rows.create(resource, { [property]: value }));
        }
        for (const row of made) await api.remove(row.path);
      });
    }
    if (field.type === 'url') {
      test('tells every spelling from the others', async () => {
        const base = textOf(await rows.fresh(field)).replace(/\?.*/u, '');
        for (const tail of ['', '/', '/A', '/a', '/%61', '/./a', '?']) {
          await rows.create(resource, { [property]: `${base}${tail}` });
        }
      });
    }
    if (!field.required) {
      test('lets any number of rows have none', async () => {
        await rows.create(resource, { [property]: null });
        const second = await rows.create(resource, { [property]: null });
        expect(second.body[property]).toBeNull();
      });
    }
  });
}
