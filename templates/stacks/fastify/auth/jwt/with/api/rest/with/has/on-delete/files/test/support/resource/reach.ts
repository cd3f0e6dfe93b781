import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Database } from '../../../src/data/database.ts';
import type { Caller } from '../../../src/lib/auth/caller.ts';
import type { Permission } from '../../../src/lib/auth/permissions.ts';
import { permissionsOf } from '../../../src/lib/auth/roles.ts';
import { buildTestApp } from '../app.ts';
import { signedIn } from '../signed-in.ts';
import { create, patch, type Resource, type TestApp, urlOf } from './resource.ts';

interface Repository {
  readonly remove: (id: string, version?: number) => Promise<boolean>;
}

interface Target {
  readonly target: Resource;
  readonly createRepository: (database: Database, caller: Caller) => Repository;
}

/** Somebody who may do everything but that. */
function callerWithout(permission?: Permission): Caller {
  const permissions = new Set(permissionsOf(['admin']));
  if (permission) permissions.delete(permission);
  return { id: randomUUID(), permissions, mustChangePassword: false };
}

/** A row, made by one user, that refers to a row of another one. */
async function refer(app: TestApp, by: TestApp, resource: Resource, field: string, to: Resource) {
  const { id } = await create(app, to, 1);
  const url = urlOf(resource, await create(by, resource, 2));
  const row = (await patch(by, url, { [field]: id })).json();
  expect(row).toMatchObject({ [field]: id });
  return { id: String(id), url, row };
}

/** For each field whose rows go or change with what it refers to, what that is. */
export function testReach(
  resource: Resource,
  { write, isOwned }: { readonly write: Permission; readonly isOwned: boolean },
  targets: Readonly<Record<string, Target>>,
): void {
  const fields = Object.entries(targets);

  test.each(fields)(
    'it keeps what %s refers to from those who may not write it',
    async (field, { target, createRepository }) => {
      const app = await buildTestApp();
      const { id, url, row } = await refer(app, app, resource, field, target);
      const repository = createRepository(app.database, callerWithout(write));
      await expect(repository.remove(id)).rejects.toThrow('reference');
      expect((await app.inject(url)).json()).toEqual(row);
    },
  );

  test.each(fields)(
    'it is left alone when what %s refers to stays after all',
    async (field, { target, createRepository }) => {
      const app = await buildTestApp();
      const { id, url, row } = await refer(app, app, resource, field, target);
      expect(await createRepository(app.database, callerWithout()).remove(id, 99)).toBe(false);
      expect((await app.inject(url)).json()).toEqual(row);
    },
  );

  if (!isOwned) return;
  test.each(fields)(
    'it keeps what %s refers to from all but its owner',
    async (field, { target }) => {
      const owner = await buildTestApp();
      const admin = await signedIn(owner, { roles: ['admin'] });
      const { id, url, row } = await refer(owner, admin, resource, field, target);
      const removal = { method: 'DELETE', url: `${target.path}/${id}` } as const;
      expect((await owner.inject(removal)).statusCode).toBe(409);
      expect((await admin.inject(url)).json()).toEqual(row);
      expect((await admin.inject(removal)).statusCode).toBe(204);
    },
  );
}
