import { beforeAll, describe, expect, test } from 'vitest';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { specInput } from '../../unit/spec/spec-input.ts';
import { useWorkshop } from '../workshop.ts';
import { placesFor } from './places.ts';
import type { Seen, Turn } from './walk.ts';

type Keys = Readonly<Record<string, unknown>>;

const workshop = useWorkshop();

const idOf = (number: number): string =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const time = { date: '2026-01-01T00:00:00.000Z' };
const rowOf = (number: number, cells: Keys): Keys => ({
  id: idOf(number),
  version: 1,
  created_at: time,
  updated_at: time,
  ...cells,
});

const title = { name: 'title', type: 'string', required: true };
const shelf = { name: 'shelf', fields: [title] };
const toShelf = { name: 'shelf', type: 'reference', resource: 'shelf', required: true };
const parent = { name: 'parent', type: 'reference', resource: 'book' };
const book = { name: 'book', fields: [title, toShelf] };
const gone = { name: 'gone', plural: 'things', fields: [title, { ...toShelf, required: false }] };
const taker = {
  name: 'taker',
  plural: 'things',
  fields: [{ name: 'of', type: 'reference', resource: 'book' }],
};

const specOf = (choices: Keys, auth: string, ...resources: readonly Keys[]): Spec =>
  parseSpec(specInput({ ...choices, auth, resources }));

const user = {
  id: idOf(1),
  email: 'jo@example.com',
  name: 'Jo',
  must_change_password: false,
  created_at: time,
  updated_at: time,
};
const shelves = [rowOf(10, { title: 'upper' }), rowOf(11, { title: 'lower' })];
const books = [
  rowOf(20, { title: 'one', shelf_id: idOf(10) }),
  rowOf(21, { title: 'other', shelf_id: idOf(11) }),
];
const withCells = (rows: readonly Keys[], cells: Keys): readonly Keys[] =>
  rows.map((row) => ({ ...row, ...cells }));

const child = rowOf(22, {
  title: 'child',
  shelf_id: idOf(10),
  parent_id: idOf(20),
  owner_id: idOf(1),
});

/** A team that takes users in, and lets them go, while tables come, go and refer to themselves. */
const turns = (choices: Keys, account: Keys): readonly Turn[] => {
  const grown = { ...book, fields: [title, toShelf, parent] };
  const yielding = [title, { ...toShelf, onDelete: 'cascade' }, { ...parent, onDelete: 'setNull' }];
  return [
    {
      spec: specOf(choices, 'none', shelf, book, gone),
      inserts: [
        ...shelves.map((row) => ['shelves', row] as const),
        ...books.map((row) => ['books', row] as const),
        ['things', rowOf(30, { title: 'gone', shelf_id: idOf(10) })],
      ],
    },
    {
      spec: specOf(choices, 'jwt', shelf, grown, gone),
      inserts: [
        ['users', { ...user, ...account }],
        ['books', child],
      ],
      filled: [['shelves', 'owner_id', idOf(1)]],
    },
    {
      spec: specOf(
        choices,
        'jwt',
        { ...shelf, shared: true },
        { ...book, fields: yielding },
        taker,
      ),
      inserts: [['things', rowOf(31, { of_id: idOf(22), owner_id: idOf(1) })]],
    },
    { spec: specOf(choices, 'none', shelf, { ...book, fields: [title, toShelf] }, taker) },
    { spec: specOf(choices, 'jwt', shelf, book) },
  ];
};

for (const place of await placesFor('changes of choices and resources')) {
  describe(place.title, { timeout: 600_000 }, () => {
    let seen: Seen;
    beforeAll(async () => {
      seen = await place.take({
        workshop: workshop(),
        id: `choices-${place.title}`,
        turns: turns(place.choices, place.account),
      });
    }, 600_000);

    test('the schema is that of a new project, whatever the way there', () => {
      for (const { schema, fresh } of seen.steps) expect(schema).toEqual(fresh);
      expect(seen.nothing).toEqual({});
      expect(seen.again).toEqual(seen.steps.at(-1)?.fresh);
    });

    test('rows stay, and belong to nobody until somebody owns them', () => {
      const [, users, shared, alone, again] = seen.steps;
      const owned = { owner_id: idOf(1) };
      const free = { owner_id: null };
      const { parent_id: _, owner_id: __, ...orphan } = child;
      expect(users?.rows['shelves']).toEqual(withCells(shelves, free));
      expect(users?.rows['books']).toEqual(withCells(books, { ...free, parent_id: null }));
      expect(users?.after['shelves']).toEqual(withCells(shelves, owned));
      expect(shared?.rows['shelves']).toEqual(shelves);
      expect(shared?.rows['books']).toEqual([
        ...withCells(books, { ...free, parent_id: null }),
        child,
      ]);
      expect(alone?.rows['books']).toEqual([...books, orphan]);
      expect(alone?.rows['things']).toEqual([rowOf(31, { of_id: idOf(22) })]);
      expect(again?.rows['books']).toEqual(withCells([...books, orphan], free));
    });

    test('what somebody gave up is gone, and its name is free', () => {
      expect(seen.steps[1]?.rows['things']).toHaveLength(1);
      expect(seen.steps[2]?.rows['things']).toEqual([]);
      expect(seen.steps[4]?.schema).not.toHaveProperty('things');
    });
  });
}
