import { describe, expect, test } from 'vitest';
import { propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem, pointerTo } from '../expect/problem.ts';
import { pathOf } from '../url.ts';

/** Unknown in every resource: the server's own fields, names with a meaning, names to escape. */
const names = [
  'nosuch',
  'id',
  'createdAt',
  'updatedAt',
  'version',
  'ownerId',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'a/b~c',
  '',
  '0',
  'na\u00efve \u{1F600}',
];

const isTaken = ({ fields }: Resource, name: string): boolean =>
  fields.some((field) => propertyOf(field) === name);

/** "Unknown fields in a body are refused, not dropped." */
export function unknownFieldCases({ api, rows }: Bench, resource: Resource): void {
  const path = pathOf(resource);
  const referenceNames = resource.fields
    .filter((field) => field.type === 'reference')
    .map((field) => field.name);
  const otherCase = resource.fields.map((field) => propertyOf(field).toUpperCase());
  const unknown = [...names, ...referenceNames, ...otherCase].filter(
    (name) => !isTaken(resource, name),
  );

  describe('an unknown field', () => {
    test.for(unknown)('%j is refused by POST and by PATCH', async (name) => {
      const refused = { status: 422, pointers: [pointerTo(name)] };
      const draft = await rows.draft(resource);
      expectProblem(await api.post(path, { ...draft, [name]: 'x' }), refused);
      const row = await rows.create(resource);
      expectProblem(await api.patch(row.path, { [name]: 'x' }), refused);
      expectProblem(await api.patch(row.path, { [name]: null }), refused);
    });

    test('leaves nothing behind', async () => {
      const row = await rows.create(resource);
      await api.patch(row.path, { ...(await rows.draft(resource)), nosuch: 1 });
      const { text } = await api.get(row.path);
      expect(JSON.parse(text)).toEqual(row.body);
    });
  });
}
