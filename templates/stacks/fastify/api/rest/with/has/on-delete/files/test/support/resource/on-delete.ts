import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { buildTestApp } from '../app.ts';
import { idOf } from './referring.ts';
import { create, patch, post, type Resource, type TestApp, urlOf } from './resource.ts';

const nobody = '01890a5d-ac96-774b-bcce-b302099a8057';

interface Reference {
  readonly target: Resource;
  readonly onDelete: 'cascade' | 'setNull';
}

/** A row that refers to another one, which has an address of its own. */
async function refer(app: TestApp, resource: Resource, field: string, target: Resource) {
  const url = urlOf(resource, await create(app, resource, 1));
  const id = await idOf(app, target, 2);
  const response = await patch(app, url, { [field]: id });
  expect(response.json()).toMatchObject({ [field]: id });
  // Whatever happens next happens in another millisecond.
  await sleep(2);
  return { url, row: response.json(), etag: response.headers.etag, needed: `${target.path}/${id}` };
}

/** For each field whose rows go or change with what it refers to, what that is. */
export function testOnDelete(
  resource: Resource,
  references: Readonly<Record<string, Reference>>,
): void {
  const all = Object.entries(references);
  const having = (action: Reference['onDelete']) =>
    all.filter(([, { onDelete }]) => onDelete === action);

  test('every reference to something that does not exist is named, also if it may go', async () => {
    const app = await buildTestApp();
    const missing = Object.fromEntries(all.map(([field]) => [field, nobody]));
    const errors = all.map(([field]) => ({ pointer: `/${field}`, detail: 'does not exist' }));
    const body = { ...(await resource.body(app, 1)), ...missing };
    const url = urlOf(resource, await create(app, resource, 2));
    for (const response of [await post(app, resource, body), await patch(app, url, missing)]) {
      expect(response.json()).toMatchObject({ status: 422, type: '/problems/validation', errors });
    }
  });

  test.each(having('cascade'))(
    'it is deleted with what %s refers to',
    async (field, { target }) => {
      const app = await buildTestApp();
      const other = await create(app, resource, 3);
      const { url, needed } = await refer(app, resource, field, target);
      expect((await app.inject({ method: 'DELETE', url: needed })).statusCode).toBe(204);
      expect((await app.inject(needed)).statusCode).toBe(404);
      expect((await app.inject(url)).statusCode).toBe(404);
      expect((await app.inject(urlOf(resource, other))).json()).toEqual(other);
    },
  );

  test.each(having('setNull'))(
    'it stays when what %s refers to is deleted, as another version',
    async (field, { target }) => {
      const app = await buildTestApp();
      const other = await create(app, resource, 3);
      const { url, row, etag, needed } = await refer(app, resource, field, target);
      expect((await app.inject({ method: 'DELETE', url: needed })).statusCode).toBe(204);
      const left = await app.inject(url);
      expect(left.json()).toEqual({ ...row, [field]: null, updatedAt: expect.any(String) });
      expect(left.headers.etag).not.toBe(etag);
      expect(left.json().updatedAt > row.updatedAt).toBe(true);
      const stale = await patch(app, url, {}, { 'if-match': String(etag) });
      expect(stale.statusCode).toBe(412);
      expect((await app.inject(urlOf(resource, other))).json()).toEqual(other);
    },
  );
}
