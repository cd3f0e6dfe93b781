import { beforeAll, describe, expect, test } from 'vitest';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { specInput } from '../../unit/spec/spec-input.ts';
import { useWorkshop } from '../workshop.ts';
import { placesFor } from './places.ts';
import type { Seen, Turn } from './walk.ts';

type Keys = Readonly<Record<string, unknown>>;

const workshop = useWorkshop();

const string = (name: string, keys: Keys = {}) => ({ name, type: 'string', ...keys });
const unique = { unique: true };
const index = { index: true };

/** Tables and columns that are called as keys and indexes of others could be. */
const specOf = (choices: Keys, title: Keys, code: Keys): Spec =>
  parseSpec(
    specInput({
      ...choices,
      auth: 'jwt',
      resources: [
        {
          name: 'sale',
          fields: [
            string('orders', index),
            string('ordersCode', code),
            { name: 'book', type: 'reference', resource: 'book' },
            string('bookIdFk', index),
          ],
        },
        { name: 'salesOrder', fields: [string('code', code)] },
        {
          name: 'book',
          fields: [
            string('title', title),
            string('titleKey', index),
            string('pkey', index),
            string('createdAtId', index),
            string('ownerIdCreatedAtId', index),
          ],
        },
        ...['booksPkey', 'booksTitleKey', 'usersPkey', 'usersEmailKey', 'usersCreatedAtId'].map(
          (plural, number) => ({ name: `other${number}`, plural, fields: [string('title')] }),
        ),
      ],
    }),
  );

const turns = (choices: Keys): readonly Turn[] => [
  { spec: specOf(choices, unique, {}) },
  { spec: specOf(choices, {}, unique) },
  { spec: specOf(choices, index, {}) },
  { spec: specOf(choices, unique, index) },
];

for (const place of await placesFor('names of keys and indexes')) {
  describe(place.title, { timeout: 600_000 }, () => {
    let seen: Seen;
    beforeAll(async () => {
      seen = await place.take({
        workshop: workshop(),
        id: `names-${place.title}`,
        turns: turns(place.choices),
      });
    }, 600_000);

    test('no key and no index is called like a table or like each other, come or gone', () => {
      for (const { schema, fresh } of seen.steps) expect(schema).toEqual(fresh);
      expect(seen.nothing).toEqual({});
      expect(seen.again).toEqual(seen.steps.at(-1)?.fresh);
    });
  });
}
