import { expect, test } from 'vitest';
import { buildTestApp } from '../app.ts';
import { create, patch, post, type Resource, urlOf } from './resource.ts';

export function testUniqueFields(resource: Resource, fields: readonly string[]): void {
  test.each(fields)('a value of %s that is taken is a conflict naming it', async (field) => {
    const app = await buildTestApp();
    const first = await create(app, resource, 1);
    const second = await create(app, resource, 2);
    const body = { ...(await resource.body(app, 3)), [field]: first[field] };
    const changes = { [field]: first[field] };
    for (const response of [
      await post(app, resource, body),
      await patch(app, urlOf(resource, second), changes),
    ]) {
      expect(response.statusCode).toBe(409);
      expect(response.json()).toMatchObject({
        type: '/problems/conflict',
        errors: [{ pointer: `/${field}` }],
      });
    }
  });
}
