import { expect, test } from 'vitest';
import { columns as types } from '../../src/data/columns.ts';
import { applyListing, column } from '../../src/data/listing.ts';
import type { Listing, SortKey } from '../../src/lib/listing.ts';
import { emptyDatabaseUrl, openTestDatabase } from '../support/database.ts';

type Tables = { points: { id: string; x: number; y: number } };

const columns = {
  id: column('id'),
  x: column('x'),
  /** Stored negated, so that a value that is not written as stored gives a wrong page. */
  y: column('y', (value: number) => -value),
};

async function points() {
  const { kysely } = openTestDatabase(await emptyDatabaseUrl());
  await kysely.schema
    .createTable('points')
    .addColumn('id', types.string(3), (id) => id.primaryKey().notNull())
    .addColumn('x', types.integer, (x) => x.notNull())
    .addColumn('y', types.integer, (y) => y.notNull())
    .execute();
  const db = kysely.withTables<Tables>();
  const values = [0, 1, 2].flatMap((x) =>
    [0, 1, 2].flatMap((y) => ['a', 'b'].map((copy) => ({ id: `${x}${y}${copy}`, x, y: -y }))),
  );
  await db.insertInto('points').values(values).execute();
  return db;
}

function keys(sort: string): SortKey<'x' | 'y'>[] {
  return sort.split(',').map((key) => ({
    field: key.replace('-', '') as 'x' | 'y',
    descending: key.startsWith('-'),
  }));
}

test.each([
  ['x', ['00a', '00b', '01a', '01b', '02a', '02b', '10a']],
  ['-x', ['22b', '22a', '21b', '21a', '20b', '20a', '12b']],
  ['x,y', ['02a', '02b', '01a', '01b', '00a', '00b', '12a']],
  ['x,-y', ['00b', '00a', '01b', '01a', '02b', '02a', '10b']],
  ['-x,y', ['22a', '22b', '21a', '21b', '20a', '20b', '12a']],
])('pages sorted by %s follow each other, also where directions differ', async (sort, expected) => {
  const db = await points();
  const walked: string[] = [];
  let after: unknown[] | undefined;
  while (walked.length < 18) {
    const listing = { limit: 1, sort: keys(sort), filter: [], after };
    const query = applyListing(db.selectFrom('points').selectAll(), columns, listing);
    const row = await query.executeTakeFirstOrThrow();
    walked.push(row.id);
    const fields = { x: row.x, y: -row.y };
    after = [...keys(sort).map(({ field }) => fields[field]), row.id];
  }
  expect(walked.slice(0, 7)).toEqual(expected);
  expect(new Set(walked).size).toBe(18);
});

test('filters are written as they are stored', async () => {
  const db = await points();
  const filter = [{ field: 'y' as const, value: 2 }];
  const listing = { limit: 10, sort: [], filter, after: undefined };
  const rows = await applyListing(db.selectFrom('points').selectAll(), columns, listing).execute();
  expect(rows.map(({ id }) => id)).toEqual(['02a', '02b', '12a', '12b', '22a', '22b']);
});

test('a list that goes by a field without a column does not compile', async () => {
  const db = await points();
  const listing: Listing<'z'> = { limit: 1, sort: [], filter: [], after: undefined };
  // @ts-expect-error There is no column for z.
  const query = applyListing(db.selectFrom('points').selectAll(), columns, listing);
  expect(await query.execute()).toHaveLength(1);
});
