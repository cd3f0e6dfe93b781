import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Listing } from '../lib/listing.ts';

/** A column that a list can be sorted or filtered by, and how its values are written there. */
interface ListColumn {
  readonly reference: RawBuilder<unknown>;
  readonly write: (value: never) => unknown;
}

interface Key {
  readonly reference: RawBuilder<unknown>;
  readonly descending: boolean;
  readonly value: unknown;
}

export function column(name: string, write: ListColumn['write'] = (value) => value): ListColumn {
  return { reference: sql.ref(name), write };
}

/** Narrows a query down to the listed rows; the id, in the direction of the last key, breaks ties. */
export function applyListing<Tables, Table extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  columns: Readonly<Record<string, ListColumn>>,
  { limit, sort, filter, after }: Listing,
): SelectQueryBuilder<Tables, Table, Row> {
  let listed = query.limit(limit);
  for (const [field, value] of Object.entries(filter)) {
    const { reference, write } = listColumn(columns, field);
    if (value !== undefined) {
      listed = listed.where(sql<SqlBool>`${reference} = ${write(value as never)}`);
    }
  }
  const last = { field: 'id', descending: sort.at(-1)?.descending ?? false };
  const keys = [...sort, last].map(({ field, descending }, index): Key => {
    const { reference, write } = listColumn(columns, field);
    return { reference, descending, value: after && write(after[index] as never) };
  });
  for (const { reference, descending } of keys) {
    listed = listed.orderBy(reference, descending ? 'desc' : 'asc');
  }
  return after ? listed.where(behind(keys)) : listed;
}

/**
 * Row values cannot mix directions, so the comparison is spelled out; its first half is what lets
 * the database begin in the middle of an index.
 */
function behind(keys: readonly Key[]): RawBuilder<SqlBool> {
  return keys.reduceRight(
    (rest, { reference, descending, value }) => {
      const beyond = descending ? sql`${reference} < ${value}` : sql`${reference} > ${value}`;
      const notBefore = descending ? sql`${reference} <= ${value}` : sql`${reference} >= ${value}`;
      return sql<SqlBool>`(${notBefore} and (${beyond} or ${rest}))`;
    },
    sql<SqlBool>`false`,
  );
}

function listColumn(columns: Readonly<Record<string, ListColumn>>, field: string): ListColumn {
  const found = columns[field];
  if (!found) throw new Error(`No list column is declared for ${field}.`);
  return found;
}
