import { expect, test } from 'vitest';
import { buildTestApp } from '../app.ts';
import { signedIn } from '../signed-in.ts';
import { create, patch, type Resource, urlOf } from './resource.ts';

export function testSharing(resource: Resource): void {
  test('what one user creates is there for every other, to read and to change', async () => {
    const app = await buildTestApp();
    const other = await signedIn(app);
    const row = await create(app, resource);
    const url = urlOf(resource, row);
    expect((await other.inject(url)).json()).toEqual(row);
    expect((await other.inject(resource.path)).json()).toMatchObject({ items: [row] });
    expect((await patch(other, url, {})).statusCode).toBe(200);
    expect((await other.inject({ method: 'DELETE', url })).statusCode).toBe(204);
  });
}
