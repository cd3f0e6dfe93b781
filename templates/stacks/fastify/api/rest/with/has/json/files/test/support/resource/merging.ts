import { expect, test } from 'vitest';
import { buildTestApp } from '../app.ts';
import { create, patch, post, type Resource, urlOf } from './resource.ts';

export function testMerging(resource: Resource, fields: readonly string[]): void {
  test.each(fields)('PATCH merges an object into the one of %s', async (field) => {
    const app = await buildTestApp();
    const body = { ...(await resource.body(app, 1)), [field]: { a: 1, b: { c: [1, 2], d: 1 } } };
    const created = (await post(app, resource, body)).json();
    const change = { a: null, b: { c: [3], e: {} } };
    const response = await patch(app, urlOf(resource, created), { [field]: change });
    expect(response.json()).toMatchObject({ [field]: { b: { c: [3], d: 1, e: {} } } });
    expect(response.json()[field]).not.toHaveProperty('a');
    expect((await app.inject(urlOf(resource, created))).json()).toEqual(response.json());
  });

  test.each(fields)('PATCH replaces an array, and whatever is none, in %s', async (field) => {
    const app = await buildTestApp();
    const url = urlOf(resource, await create(app, resource));
    for (const value of [[1, { a: null }], [2], { a: [] }, []]) {
      const response = await patch(app, url, { [field]: value });
      expect(response.json()).toMatchObject({ [field]: value });
    }
  });

  test.each(fields)('keys of %s in another order are the same value', async (field) => {
    const app = await buildTestApp();
    const body = { ...(await resource.body(app, 1)), [field]: { b: { d: 1, c: 2 }, a: [] } };
    const created = await post(app, resource, body);
    expect(created.body).toContain('{"a":[],"b":{"c":2,"d":1}}');
    const url = urlOf(resource, created.json());
    const response = await patch(app, url, { [field]: { a: [], b: { c: 2, d: 1 } } });
    expect(response.body).toBe(created.body);
    expect(response.headers.etag).toBe(created.headers.etag);
  });

  test.each(fields)('what a patch would make too long in %s is refused by name', async (field) => {
    const app = await buildTestApp();
    const url = urlOf(resource, await create(app, resource));
    await patch(app, url, { [field]: { a: 'a'.repeat(9000) } });
    const response = await patch(app, url, { [field]: { b: 'b'.repeat(9000) } });
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ errors: [{ pointer: `/${field}` }] });
  });
}
