import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Database } from '../../../src/data/database.ts';
import type { Caller } from '../../../src/lib/auth/caller.ts';
import { permissionsOf } from '../../../src/lib/auth/roles.ts';
import { buildTestApp } from '../app.ts';
import { signedIn } from '../signed-in.ts';
import { create, patch, type Resource, urlOf } from './resource.ts';

interface Repository<Value> {
  readonly find: (id: string) => Promise<Value | undefined>;
  readonly update: (changed: Value, version: number) => Promise<boolean>;
  readonly remove: (id: string, version?: number) => Promise<boolean>;
}

function callerWith(roles: string[]): Caller {
  return { id: randomUUID(), permissions: permissionsOf(roles), mustChangePassword: false };
}

export function testOwnership<Value extends { readonly version: number }>(
  resource: Resource,
  createRepository: (database: Database, caller: Caller) => Repository<Value>,
): void {
  test('no query of the repository reaches the row of another user', async () => {
    const app = await buildTestApp();
    const id = String((await create(app, resource))['id']);
    const found = await createRepository(app.database, callerWith(['admin'])).find(id);
    const repository = createRepository(app.database, callerWith(['user']));
    expect(await repository.find(id)).toBeUndefined();
    expect(await repository.update(found!, found!.version)).toBe(false);
    expect(await repository.remove(id, found!.version)).toBe(false);
    expect(await repository.remove(id)).toBe(false);
  });

  test('the rows of one user are not there for another: 404, and no list shows them', async () => {
    const owner = await buildTestApp();
    const other = await signedIn(owner);
    const row = await create(owner, resource);
    const url = urlOf(resource, row);
    expect((await other.inject(url)).statusCode).toBe(404);
    expect((await patch(other, url, {})).statusCode).toBe(404);
    expect((await patch(other, url, {}, { 'if-match': '"1"' })).statusCode).toBe(404);
    expect((await other.inject({ method: 'DELETE', url })).statusCode).toBe(404);
    const conditional = { 'if-match': '"1"' };
    const removal = await other.inject({ method: 'DELETE', url, headers: conditional });
    expect(removal.statusCode).toBe(404);
    expect((await other.inject(resource.path)).json()).toEqual({ items: [], nextCursor: null });
    expect((await owner.inject(url)).json()).toEqual(row);
    expect((await owner.inject(resource.path)).json()).toEqual({ items: [row], nextCursor: null });
  });

  test('a cursor of one user shows another no more than their own rows', async () => {
    const owner = await buildTestApp();
    const other = await signedIn(owner);
    for (const number of [1, 2]) await create(owner, resource, number);
    const { nextCursor } = (await owner.inject(`${resource.path}?limit=1`)).json();
    const page = await other.inject(`${resource.path}?limit=1&cursor=${nextCursor}`);
    expect(page.json()).toEqual({ items: [], nextCursor: null });
  });

  test('whoever may see the rows of all users changes them without taking them away', async () => {
    const owner = await buildTestApp();
    const admin = await signedIn(owner, { roles: ['admin'] });
    const url = urlOf(resource, await create(owner, resource));
    expect((await admin.inject(resource.path)).json().items).toHaveLength(1);
    const changes = await resource.body(admin, 2);
    expect((await patch(admin, url, changes)).statusCode).toBe(200);
    expect((await owner.inject(url)).json()).toMatchObject(changes);
    expect((await admin.inject({ method: 'DELETE', url })).statusCode).toBe(204);
  });
}
