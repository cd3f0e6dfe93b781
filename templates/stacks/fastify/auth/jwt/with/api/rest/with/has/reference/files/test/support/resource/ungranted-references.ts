import { expect, test } from 'vitest';
import type { Database } from '../../../src/data/database.ts';
import type { Caller } from '../../../src/lib/auth/caller.ts';
import { type Permission, permissions } from '../../../src/lib/auth/permissions.ts';
import { buildTestApp } from '../app.ts';
import { create, type Resource } from './resource.ts';

interface Service {
  readonly create: (input: never) => Promise<{ readonly id: string }>;
  readonly update: (id: string, patch: never) => Promise<unknown>;
}

/** For each field that refers to something, what it takes to read that. */
export function testUngrantedReferences(
  resource: Resource,
  serviceFor: (database: Database, caller: Caller) => Service,
  reads: Readonly<Record<string, Permission>>,
): void {
  test.each(Object.entries(reads))(
    '%s can refer to nothing without %s: 422 naming it',
    async (field, read) => {
      const app = await buildTestApp();
      const { id } = (await app.inject('/api/v1/auth/me')).json();
      const callerWith = (granted: readonly Permission[]): Caller => ({
        id,
        permissions: new Set(granted),
        mustChangePassword: false,
      });
      // What a sample refers to is a row of this user; a first row has none of its own kind.
      const body = async (number: number) => {
        const sample = await resource.body(app, number);
        const target = sample[field] ?? (await create(app, resource, number + 1))['id'];
        return { ...sample, [field]: target };
      };
      const refused = {
        status: 422,
        errors: expect.arrayContaining([{ pointer: `/${field}`, detail: 'does not exist' }]),
      };
      const others = permissions.filter((permission) => permission !== read);
      const limited = serviceFor(app.database, callerWith(others));
      const { [field]: next } = await body(1);
      const input = (await body(3)) as never;
      await expect(limited.create(input)).rejects.toMatchObject(refused);
      const row = await serviceFor(app.database, callerWith(permissions)).create(input);
      const patch = { [field]: next } as never;
      await expect(limited.update(row.id, patch)).rejects.toMatchObject(refused);
    },
  );
}
