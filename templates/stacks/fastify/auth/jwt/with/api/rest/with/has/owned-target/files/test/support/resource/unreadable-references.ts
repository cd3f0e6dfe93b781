import { expect, test } from 'vitest';
import { buildTestApp } from '../app.ts';
import { signedIn } from '../signed-in.ts';
import { create, patch, post, type Resource, urlOf } from './resource.ts';

/** For each field that refers to something owned, what it refers to. */
export function testUnreadableReferences(
  resource: Resource,
  targets: Readonly<Record<string, Resource>>,
): void {
  test.each(Object.entries(targets))(
    "somebody else's row is nothing that %s can refer to: 422 naming it",
    async (field, target) => {
      const owner = await buildTestApp();
      const other = await signedIn(owner);
      const { id } = await create(owner, target, 1);
      const row = await create(other, resource, 2);
      const body = { ...(await resource.body(other, 3)), [field]: id };
      for (const response of [
        await post(other, resource, body),
        await patch(other, urlOf(resource, row), { [field]: id }),
      ]) {
        expect(response.json()).toMatchObject({
          status: 422,
          errors: [{ pointer: `/${field}`, detail: 'does not exist' }],
        });
      }
    },
  );

  test.each(Object.entries(targets))(
    'a row that is not there is not asked what %s refers to: 404',
    async (field, target) => {
      const owner = await buildTestApp();
      const other = await signedIn(owner);
      const { id } = await create(owner, target, 1);
      const url = `${resource.path}/01890a5d-ac96-774b-bcce-b302099a8057`;
      expect((await patch(other, url, { [field]: id })).statusCode).toBe(404);
    },
  );

  test.each(Object.entries(targets))(
    "a row stays its owner's to change when an administrator set %s",
    async (field, target) => {
      const owner = await buildTestApp();
      const other = await signedIn(owner);
      const admin = await signedIn(owner, { roles: ['admin'] });
      const { id } = await create(owner, target, 1);
      const url = urlOf(resource, await create(other, resource, 2));
      expect((await patch(admin, url, { [field]: id })).statusCode).toBe(200);
      const { [field]: _, ...changes } = await resource.body(other, 3);
      expect((await patch(other, url, changes)).json()).toMatchObject({ ...changes, [field]: id });
    },
  );
}
