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

/** What every list can be sorted by. */
export const commonColumns = {
  id: column('id'),
  createdAt: column('created_at', (value: string) => new Date(value)),
  updatedAt: column('updated_at', (value: string) => new Date(value)),
};

/** Narrows a query down to the listed rows; the id, in the direction of the last key, breaks ties. */
export function applyListing<Tables, Table extends keyof Tables, Row, Field extends string>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  columns: Readonly<Record<Field | 'id', ListColumn>>,
  { limit, sort, filter, after }: Listing<Field>,
): SelectQueryBuilder<Tables, Table, Row> {
  let listed = query.limit(limit);
  for (const { field, value } of filter) {
    const { reference, write } = columns[field];
    listed = listed.where(sql<SqlBool>`${reference} = ${write(value as never)}`);
  }
  const last = { field: 'id' as const, descending: sort.at(-1)?.descending ?? false };
  const keys = [...sort, last].map(({ field, descending }, index): Key => {
    const { reference, write } = columns[field];
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
    sql<SqlBool>`1 = 0`,
  );
}
