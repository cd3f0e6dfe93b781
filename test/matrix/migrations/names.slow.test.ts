import { beforeAll, describe, expect, test } from 'vitest';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { storesOf } from '../../contract/store/stores-of.ts';
import { skipWithoutServer } from '../../servers/server-url.ts';
import { specInput } from '../../unit/spec/spec-input.ts';
import { choicesOf } from '../choices-of.ts';
import { useWorkshop } from '../workshop.ts';
import { takeWalk } from './walk.ts';
import type { Turn } from './walk.ts';

type Keys = Readonly<Record<string, unknown>>;

const workshop = useWorkshop();

const string = (name: string, keys: Keys = {}) => ({ name, type: 'string', ...keys });
const unique = { unique: true };
const index = { index: true };

/** Tables and columns that are called as keys and indexes of others could be. */
const specOf = (database: string, title: Keys, code: Keys): Spec =>
  parseSpec(
    specInput({
      database,
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

const turns = (database: string): readonly Turn[] => [
  { spec: specOf(database, unique, {}) },
  { spec: specOf(database, {}, unique) },
  { spec: specOf(database, index, {}) },
  { spec: specOf(database, unique, index) },
];

for (const database of choicesOf('database')) {
  const stores = storesOf(database);
  if (stores === undefined) {
    skipWithoutServer(database, `names of keys and indexes on ${database}`);
    continue;
  }
  describe(`on ${database}`, { timeout: 600_000 }, () => {
    let seen: Awaited<ReturnType<typeof takeWalk>>['seen'];
    beforeAll(async () => {
      seen = (await takeWalk(workshop(), `names-${database}`, stores, turns(database))).seen;
    }, 600_000);

    test('no key and no index is called like a table or like each other, come or gone', () => {
      for (const { schema, fresh } of seen.steps) expect(schema).toEqual(fresh);
      expect(seen.nothing).toEqual({});
      expect(seen.again).toEqual(seen.steps.at(-1)?.fresh);
    });
  });
}
