import { expect, test } from 'vitest';
import { buildTestApp } from '../app.ts';
import { create, patch, post, type Resource, urlOf } from './resource.ts';

/** The name of no field: those are written without hyphens. */
const unknown = 'no-such';

export function testRefusing(resource: Resource): void {
  test.each(Object.entries(resource.wrong))(
    '%s refuses wrong values by name',
    async (field, values) => {
      const app = await buildTestApp();
      const body = await resource.body(app, 1);
      for (const value of values) {
        const response = await post(app, resource, { ...body, [field]: value });
        expect([value, response.statusCode]).toEqual([value, 422]);
        expect(pointers(response.json())).toEqual([`/${field}`]);
      }
    },
  );

  test('all wrong and missing fields are named in one answer, nothing is stored', async () => {
    const app = await buildTestApp();
    const { wrong, optional } = resource;
    const required = Object.keys(wrong).filter((field) => !optional.includes(field));
    const missing = await post(app, resource, { [unknown]: true });
    const needed = [...required, unknown].map((field) => `/${field}`);
    expect(pointers(missing.json())).toEqual(needed.toSorted());
    const firsts = Object.entries(wrong).map(([field, values]) => [field, values[0]]);
    const body = Object.fromEntries(firsts) as Record<string, unknown>;
    const full = await post(app, resource, { ...body, [unknown]: true });
    const all = [...Object.keys(wrong), unknown].map((field) => `/${field}`);
    expect(pointers(full.json())).toEqual(all.toSorted());
    expect((await app.inject(resource.path)).json()).toEqual({ items: [], nextCursor: null });
  });

  test('null in a required field and fields that the server sets are refused by PATCH', async () => {
    const app = await buildTestApp();
    const url = urlOf(resource, await create(app, resource));
    const required = Object.keys(resource.wrong).filter(
      (field) => !resource.optional.includes(field),
    );
    const nulls = Object.fromEntries(required.map((field) => [field, null]));
    const response = await patch(app, url, { ...nulls, id: 'x', createdAt: 'x', version: 9 });
    expect(response.statusCode).toBe(422);
    expect(pointers(response.json())).toEqual(
      [...required, 'id', 'createdAt', 'version'].map((field) => `/${field}`).toSorted(),
    );
  });

  test('query parameters where none are expected are refused by name', async () => {
    const app = await buildTestApp();
    const url = urlOf(resource, await create(app, resource));
    const response = await app.inject(`${url}?expand=all`);
    expect(response.json()).toMatchObject({ status: 422, errors: [{ parameter: 'expand' }] });
  });
}

function pointers({ errors }: { errors: { pointer: string }[] }): string[] {
  return [...new Set(errors.map(({ pointer }) => pointer))].toSorted();
}
