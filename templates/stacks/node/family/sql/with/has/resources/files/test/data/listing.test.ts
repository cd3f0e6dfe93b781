import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { applyListing, column } from '../../src/data/listing.ts';
import type { SortKey } from '../../src/lib/listing.ts';
import { openTestDatabase } from '../support/database.ts';

type Tables = { points: { id: string; x: number; y: number } };

const columns = {
  id: column('id'),
  x: column('x'),
  /** Stored negated, so that a value that is not written as stored gives a wrong page. */
  y: column('y', (value: number) => -value),
};

async function points() {
  const { kysely } = openTestDatabase();
  await sql`create table points (id text primary key, x integer, y integer)`.execute(kysely);
  const db = kysely.withTables<Tables>();
  const values = [0, 1, 2].flatMap((x) =>
    [0, 1, 2].flatMap((y) => ['a', 'b'].map((copy) => ({ id: `${x}${y}${copy}`, x, y: -y }))),
  );
  await db.insertInto('points').values(values).execute();
  return db;
}

function keys(sort: string): SortKey[] {
  return sort.split(',').map((key) => ({
    field: key.replace('-', ''),
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
    const listing = { limit: 1, sort: keys(sort), filter: {}, after };
    const query = applyListing(db.selectFrom('points').selectAll(), columns, listing);
    const row = await query.executeTakeFirstOrThrow();
    walked.push(row.id);
    const fields = { x: row.x, y: -row.y };
    after = [...keys(sort).map(({ field }) => fields[field as 'x' | 'y']), row.id];
  }
  expect(walked.slice(0, 7)).toEqual(expected);
  expect(new Set(walked).size).toBe(18);
});

test('filters are written as they are stored; those not given do not count', async () => {
  const db = await points();
  const listing = { limit: 10, sort: [], filter: { x: undefined, y: 2 }, after: undefined };
  const rows = await applyListing(db.selectFrom('points').selectAll(), columns, listing).execute();
  expect(rows.map(({ id }) => id)).toEqual(['02a', '02b', '12a', '12b', '22a', '22b']);
});

test('a field without a column is a mistake of ours', async () => {
  const db = await points();
  const listing = { limit: 1, sort: keys('z'), filter: {}, after: undefined };
  const list = () => applyListing(db.selectFrom('points').selectAll(), columns, listing);
  expect(list).toThrow('No list column is declared for z.');
});
