import { expect, test } from 'vitest';
import { buildTestApp } from '../app.ts';
import { create, patch, post, type Resource, urlOf } from './resource.ts';

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function testReadingAndWriting(resource: Resource): void {
  test('POST answers 201 with the representation, its address and its ETag', async () => {
    const app = await buildTestApp();
    const body = await resource.body(app, 1);
    const response = await post(app, resource, body);
    expect(response.statusCode).toBe(201);
    const created = response.json();
    expect(created).toEqual({
      ...body,
      id: expect.stringMatching(uuidV7),
      createdAt: expect.stringMatching(time),
      updatedAt: created.createdAt,
    });
    expect(response.headers.location).toBe(`${resource.path}/${created.id}`);
    expect(response.headers.etag).toMatch(/^"[^"]+"$/);
  });

  test('GET answers with what was created and the same ETag', async () => {
    const app = await buildTestApp();
    const created = await post(app, resource, await resource.body(app, 1));
    const found = await app.inject(String(created.headers.location));
    expect(found.statusCode).toBe(200);
    expect(found.json()).toEqual(created.json());
    expect(found.headers.etag).toBe(created.headers.etag);
    expect(found.headers['cache-control']).toBe('private, no-cache');
  });

  test('optional fields that are not sent are null', async () => {
    const app = await buildTestApp();
    const body = await resource.body(app, 1);
    const unset = Object.fromEntries(resource.optional.map((field) => [field, null]));
    for (const field of resource.optional) delete body[field];
    const response = await post(app, resource, body);
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({ ...body, ...unset });
  });

  test('PATCH changes every field that it names, and the ETag', async () => {
    const app = await buildTestApp();
    const created = await create(app, resource);
    const changes = await resource.body(app, 2);
    const response = await patch(app, urlOf(resource, created), changes);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ ...created, ...changes, updatedAt: expect.any(String) });
    const found = await app.inject(urlOf(resource, created));
    expect(found.json()).toEqual(response.json());
    expect(found.headers.etag).toBe(response.headers.etag);
    expect(found.headers.etag).not.toBe('"1"');
  });

  test('PATCH with null unsets an optional field and leaves the others', async () => {
    const app = await buildTestApp();
    const created = await create(app, resource);
    const unset = Object.fromEntries(resource.optional.map((field) => [field, null]));
    const response = await patch(app, urlOf(resource, created), unset);
    expect(response.json()).toEqual({ ...created, ...unset, updatedAt: expect.any(String) });
  });

  test('DELETE answers 204, and 404 from then on', async () => {
    const app = await buildTestApp();
    const url = urlOf(resource, await create(app, resource));
    expect((await app.inject({ method: 'DELETE', url })).statusCode).toBe(204);
    expect((await app.inject({ method: 'DELETE', url })).statusCode).toBe(404);
    expect((await app.inject(url)).statusCode).toBe(404);
    expect((await patch(app, url, {})).statusCode).toBe(404);
  });

  test.each([
    ['unknown', '01890a5d-ac96-774b-bcce-b302099a8057'],
    ['malformed', '1'],
    ['too long', 'a'.repeat(2000)],
  ])('an id that is %s is answered with 404', async (_name, id) => {
    const app = await buildTestApp();
    for (const method of ['GET', 'DELETE'] as const) {
      const response = await app.inject({ method, url: `${resource.path}/${id}` });
      expect(response.statusCode).toBe(404);
      expect(response.json()).toMatchObject({ type: '/problems/not-found' });
    }
  });

  test('PUT is answered with 405 and the methods that exist', async () => {
    const app = await buildTestApp();
    const list = await app.inject({ method: 'PUT', url: resource.path });
    expect(list.headers.allow).toBe('GET, HEAD, POST');
    const one = await app.inject({ method: 'PUT', url: `${resource.path}/1` });
    expect(one.headers.allow).toBe('DELETE, GET, HEAD, PATCH');
  });
}
