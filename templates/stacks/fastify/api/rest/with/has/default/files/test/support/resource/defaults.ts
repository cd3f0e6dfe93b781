import { expect, test } from 'vitest';
import { buildTestApp } from '../app.ts';
import { create, patch, post, type Resource, urlOf } from './resource.ts';

interface Default {
  readonly value: unknown;
  /** It can be null, when that is sent. */
  readonly optional: boolean;
  /** Values that it must refuse. */
  readonly wrong: readonly unknown[];
}

/** For each field with a default, what there is to know about it. */
export function testDefaults(
  resource: Resource,
  defaults: Readonly<Record<string, Default>>,
): void {
  const fields = Object.entries(defaults);
  const values = Object.fromEntries(fields.map(([field, { value }]) => [field, value]));

  test('fields that are not sent have their defaults', async () => {
    const app = await buildTestApp();
    const body = await resource.body(app, 1);
    for (const field of Object.keys(defaults)) delete body[field];
    const response = await post(app, resource, body);
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({ ...body, ...values });
    expect((await app.inject(urlOf(resource, response.json()))).json()).toEqual(response.json());
  });

  test('PATCH leaves fields alone that are not sent', async () => {
    const app = await buildTestApp();
    const created = await create(app, resource, 1);
    const response = await patch(app, urlOf(resource, created), {});
    expect(response.json()).toEqual(created);
  });

  test.each(fields)('null is a value of %s only if it is optional', async (field, { optional }) => {
    const app = await buildTestApp();
    const body = { ...(await resource.body(app, 1)), [field]: null };
    const url = urlOf(resource, await create(app, resource, 2));
    for (const response of [
      await post(app, resource, body),
      await patch(app, url, { [field]: null }),
    ]) {
      expect(response.json()).toMatchObject(
        optional ? { [field]: null } : { status: 422, errors: [{ pointer: `/${field}` }] },
      );
    }
  });

  test.each(fields)('%s refuses wrong values by name', async (field, { wrong }) => {
    const app = await buildTestApp();
    const body = await resource.body(app, 1);
    const url = urlOf(resource, await create(app, resource, 2));
    for (const value of wrong) {
      for (const response of [
        await post(app, resource, { ...body, [field]: value }),
        await patch(app, url, { [field]: value }),
      ]) {
        expect([value, response.statusCode]).toEqual([value, 422]);
        const { errors } = response.json<{ errors: { pointer: string }[] }>();
        expect(errors.map(({ pointer }) => pointer)).toContain(`/${field}`);
      }
    }
  });
}
