import { beforeAll, describe, expect, test } from 'vitest';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { specInput } from '../../unit/spec/spec-input.ts';
import { useWorkshop } from '../workshop.ts';
import { placesFor } from './places.ts';
import type { Seen, Turn } from './walk.ts';

type Keys = Readonly<Record<string, unknown>>;

const workshop = useWorkshop();

const title = { name: 'title', type: 'string', required: true };
const size = { name: 'size', type: 'integer' };
const code = { name: 'code', type: 'string' };
const shelf = { name: 'shelf', type: 'reference', resource: 'shelf' };
const shelves = { name: 'shelf', fields: [title] };

/** What each branch makes of the table of the other. */
const mine = {
  size: { ...size, type: 'bigint', required: true, default: '1' },
  stars: { name: 'stars', type: 'integer', required: true, default: 3 },
};
const theirs = {
  code: { ...code, unique: true },
  shelf: { ...shelf, required: true },
  pages: { name: 'pages', type: 'reference', resource: 'page', unique: true },
};
const page = { name: 'page', fields: [title] };

const specOf = (choices: Keys, fields: readonly Keys[], ...resources: readonly Keys[]): Spec =>
  parseSpec(
    specInput({
      ...choices,
      auth: 'none',
      resources: [shelves, { name: 'book', fields }, ...resources],
    }),
  );

const id = '00000000-0000-7000-8000-000000000001';
const time = { date: '2026-01-01T00:00:00.000Z' };
const row = { id, version: 1, created_at: time, updated_at: time, title: 'one' };
const book = { ...row, size: null, code: 'a', shelf_id: id, old: 'x', out: 'y' };

const turns = (choices: Keys): readonly Turn[] => {
  const [old, out] = ['old', 'out'].map((name) => ({ name, type: 'string', index: true }));
  const base = specOf(choices, [title, size, code, shelf, old ?? {}, out ?? {}]);
  const one = specOf(choices, [title, mine.size, code, shelf, out ?? {}, mine.stars]);
  const other = specOf(
    choices,
    [title, size, theirs.code, theirs.shelf, old ?? {}, theirs.pages],
    page,
  );
  const both = specOf(
    choices,
    [title, mine.size, theirs.code, theirs.shelf, mine.stars, theirs.pages],
    page,
  );
  return [
    {
      spec: base,
      inserts: [
        ['shelves', row],
        ['books', book],
      ],
    },
    { spec: one, branch: { from: base, to: one, time: 500 } },
    { spec: both, branch: { from: base, to: other, time: 100 } },
  ];
};

for (const place of await placesFor('migrations of two branches')) {
  describe(place.title, { timeout: 600_000 }, () => {
    let seen: Seen;
    beforeAll(async () => {
      seen = await place.take({
        workshop: workshop(),
        id: `branches-${place.title}`,
        turns: turns(place.choices),
      });
    }, 600_000);

    test('older migrations of another branch run when they come, on rows that stay', () => {
      const { old: _, out: __, ...kept } = book;
      expect(seen.steps[2]?.rows['books']).toEqual([
        { ...kept, size: { bigint: '1' }, stars: 3, pages_id: null },
      ]);
      expect(seen.steps[2]?.schema).toEqual(seen.steps[2]?.fresh);
    });

    test('a new database runs them all by name, and has the same schema', () => {
      expect(seen.again).toEqual(seen.steps[2]?.fresh);
      expect(seen.nothing).toEqual({});
    });
  });
}
