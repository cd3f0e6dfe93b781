import { beforeAll, describe, expect, test } from 'vitest';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { specInput } from '../../unit/spec/spec-input.ts';
import { useWorkshop } from '../workshop.ts';
import { columnKinds } from './column-kinds.ts';
import type { Kind } from './kind.ts';
import { placesFor } from './places.ts';
import { valueKinds } from './value-kinds.ts';
import type { Seen, Turn } from './walk.ts';
import type { Wire } from './wire.ts';

/** Every kind of change that a field can go through, each in a resource of its own. */
const kinds = [...columnKinds, ...valueKinds];

const workshop = useWorkshop();

const idOf = (table: number, row: number): string =>
  `00000000-0000-7000-8000-${String(table * 100 + row).padStart(12, '0')}`;
const time = { date: '2026-01-01T00:00:00.000Z' };
const common = (table: number, row: number) => ({
  id: idOf(table, row),
  version: 1,
  created_at: time,
  updated_at: time,
});

/** Fields have the name of a word of SQL: it must be quoted wherever it stands. */
const field = 'order';
const isReference = ({ before, after }: Kind): boolean =>
  (before ?? after)?.['type'] === 'reference';
const column = (kind: Kind): string => (isReference(kind) ? `${field}_id` : field);

const specOf = (choices: object, moment: 'before' | 'after'): Spec =>
  parseSpec(
    specInput({
      ...choices,
      auth: 'none',
      resources: [
        ...['target', 'other'].map((name) => ({
          name,
          fields: [
            { name: 'title', type: 'string' },
            { name: 'parent', type: 'reference', resource: name },
            // A table that others refer to is rebuilt, too.
            { name: 'note', type: 'string', maxLength: moment === 'before' ? 20 : 10 },
          ],
        })),
        ...kinds.map((kind) => ({
          name: kind.name,
          plural: `${kind.name}Rows`,
          fields: [
            { name: 'title', type: 'string', required: true },
            ...(kind[moment] === undefined ? [] : [{ name: field, ...kind[moment] }]),
            { name: 'last', type: 'boolean' },
          ],
        })),
      ],
    }),
  );

const snake = (name: string): string =>
  name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
const tableOf = ({ name }: Kind): string => `${snake(name)}_rows`;
/** `@1` stands for the row of that number which is referred to. */
const cellOf = (cell: unknown): unknown =>
  typeof cell === 'string' && cell.startsWith('@') ? idOf(90, Number(cell.slice(1))) : cell;

const targets = [0, 1].map((row) => [
  'targets',
  {
    ...common(90, row),
    title: `t${row}`,
    parent_id: row === 0 ? null : idOf(90, 0),
    note: 'a note',
  },
]) as readonly (readonly [string, Wire])[];

const rowsOf = (kind: Kind, index: number, cells: readonly unknown[] | undefined) =>
  [0, 1, 2].map((row) => ({
    ...common(index, row),
    title: `row ${row}`,
    last: row === 1,
    ...(cells === undefined ? {} : { [column(kind)]: cellOf(cells[row]) }),
  }));

const turns = (choices: object): readonly Turn[] => [
  {
    spec: specOf(choices, 'before'),
    inserts: [
      ...targets,
      ...kinds.flatMap((kind, index) =>
        rowsOf(kind, index, kind.before && kind.cells).map((row) => [tableOf(kind), row] as const),
      ),
    ],
  },
  {
    spec: specOf(choices, 'after'),
    fills: new Map(
      kinds.flatMap(({ name, fill }) => (fill === undefined ? [] : [[`${name}.${field}`, fill]])),
    ),
  },
];

for (const place of await placesFor('changes of fields')) {
  describe(place.title, { timeout: 600_000 }, () => {
    let seen: Seen;
    beforeAll(async () => {
      seen = await place.take({
        workshop: workshop(),
        id: `kinds-${place.title}`,
        turns: turns(place.choices),
      });
    }, 600_000);

    test.each(kinds.map((kind, index) => [kind.name, kind, index] as const))(
      '%s: rows hold what they should, and the schema is that of a new project',
      (_, kind, index) => {
        const table = tableOf(kind);
        const after = seen.steps[1];
        expect(after?.rows[table]).toEqual(rowsOf(kind, index, kind.after && kind.expected));
        expect(after?.schema[table]).toEqual(after?.fresh[table]);
      },
    );

    test('tables that are referred to keep their rows', () => {
      expect(seen.steps[1]?.rows['targets']).toEqual(targets.map(([, row]) => row));
      expect(seen.steps[1]?.schema).toEqual(seen.steps[1]?.fresh);
    });

    test('all can be taken back, and done again', () => {
      expect(seen.nothing).toEqual({});
      expect(seen.again).toEqual(seen.steps[1]?.fresh);
    });
  });
}
