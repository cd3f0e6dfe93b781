import { expect, test } from 'vitest';
import { buildTestApp } from '../app.ts';
import { idOf } from './referring.ts';
import { create, patch, post, type Resource, urlOf } from './resource.ts';

const nobody = '01890a5d-ac96-774b-bcce-b302099a8057';

/** For each field that refers to something, what it refers to. */
export function testReferences(
  resource: Resource,
  targets: Readonly<Record<string, Resource>>,
): void {
  test('every reference to something that does not exist is named', async () => {
    const app = await buildTestApp();
    const missing = Object.fromEntries(Object.keys(targets).map((field) => [field, nobody]));
    const errors = Object.keys(targets).map((field) => ({
      pointer: `/${field}`,
      detail: 'does not exist',
    }));
    const body = { ...(await resource.body(app, 1)), ...missing };
    const url = urlOf(resource, await create(app, resource, 2));
    for (const response of [await post(app, resource, body), await patch(app, url, missing)]) {
      expect(response.json()).toMatchObject({ status: 422, type: '/problems/validation', errors });
    }
  });

  test.each(Object.entries(targets))(
    'what %s refers to cannot be deleted',
    async (field, target) => {
      const app = await buildTestApp();
      const row = await create(app, resource, 1);
      const id = await idOf(app, target, 2);
      const changed = await patch(app, urlOf(resource, row), { [field]: id });
      expect(changed.json()).toMatchObject({ [field]: id });
      const response = await app.inject({ method: 'DELETE', url: `${target.path}/${id}` });
      expect(response.statusCode).toBe(409);
      expect(response.json()).toMatchObject({ type: '/problems/conflict' });
    },
  );
}
