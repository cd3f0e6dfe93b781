import { expect, test } from 'vitest';
import { buildTestApp } from '../app.ts';
import { slowed } from '../slow-database.ts';
import { create, patch, type Resource, urlOf } from './resource.ts';

export function testPreconditions(resource: Resource): void {
  test.each(['"1"', 'W/"1"', '"0", "1"', '*'])(
    'If-None-Match %s is answered with 304',
    async (tags) => {
      const app = await buildTestApp();
      const url = urlOf(resource, await create(app, resource));
      const response = await app.inject({ url, headers: { 'if-none-match': tags } });
      expect(response.statusCode).toBe(304);
      expect(response.body).toBe('');
      expect(response.headers.etag).toBe('"1"');
    },
  );

  test('If-None-Match with another tag is answered with the row', async () => {
    const app = await buildTestApp();
    const url = urlOf(resource, await create(app, resource));
    const response = await app.inject({ url, headers: { 'if-none-match': '"2"' } });
    expect(response.statusCode).toBe(200);
  });

  test.each(['"1"', '*', '"9", , "1"'])('If-Match %s lets PATCH and DELETE pass', async (tags) => {
    const app = await buildTestApp();
    const url = urlOf(resource, await create(app, resource));
    const headers = { 'if-match': tags };
    expect((await patch(app, url, {}, headers)).statusCode).toBe(200);
    expect((await app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204);
  });

  test.each(['"0"', 'W/"1"', '"2", "3"'])(
    'If-Match %s is stale: 412, nothing changes',
    async (tags) => {
      const app = await buildTestApp();
      const url = urlOf(resource, await create(app, resource));
      const headers = { 'if-match': tags };
      const changes = await resource.body(app, 2);
      expect((await patch(app, url, changes, headers)).statusCode).toBe(412);
      expect((await app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(412);
      expect((await app.inject(url)).headers.etag).toBe('"1"');
    },
  );

  test.each(['1', '"1', '"1" "2"', '*, "1"', 'w/"1"'])(
    '%s is no list of tags: 400',
    async (tags) => {
      const app = await buildTestApp();
      const url = urlOf(resource, await create(app, resource));
      const read = await app.inject({ url, headers: { 'if-none-match': tags } });
      expect(read.statusCode).toBe(400);
      const headers = { 'if-match': tags };
      expect((await patch(app, url, {}, headers)).statusCode).toBe(400);
      expect((await app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(400);
    },
  );

  test('of two updates with the same If-Match exactly one wins', async () => {
    const app = await buildTestApp({ between: slowed });
    const url = urlOf(resource, await create(app, resource));
    const body = await resource.body(app, 2);
    const headers = { 'if-match': '"1"' };
    const answers = await Promise.all([
      patch(app, url, body, headers),
      patch(app, url, body, headers),
    ]);
    expect(answers.map(({ statusCode }) => String(statusCode)).toSorted()).toEqual(['200', '412']);
  });

  test('of two updates without If-Match the last one wins', async () => {
    const app = await buildTestApp({ between: slowed });
    const url = urlOf(resource, await create(app, resource));
    const bodies = [await resource.body(app, 2), await resource.body(app, 3)];
    const answers = await Promise.all(bodies.map((body) => patch(app, url, body)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(answers.map((answer) => answer.json())).toContainEqual((await app.inject(url)).json());
  });

  test('a DELETE and an update with the same If-Match do not both win', async () => {
    const app = await buildTestApp({ between: slowed });
    const url = urlOf(resource, await create(app, resource));
    const changes = await resource.body(app, 2);
    const headers = { 'if-match': '"1"' };
    const [changed, deleted] = await Promise.all([
      patch(app, url, changes, headers),
      app.inject({ method: 'DELETE', url, headers }),
    ]);
    expect([
      [200, 412],
      [404, 204],
    ]).toContainEqual([changed.statusCode, deleted.statusCode]);
  });

  test('a patch that changes nothing keeps the ETag and the time', async () => {
    const app = await buildTestApp();
    const created = await create(app, resource);
    const { id: _id, createdAt: _created, updatedAt: _updated, ...same } = created;
    const response = await patch(app, urlOf(resource, created), same);
    expect(response.json()).toEqual(created);
    expect(response.headers.etag).toBe('"1"');
  });
}
