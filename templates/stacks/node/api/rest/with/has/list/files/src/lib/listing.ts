import * as z from 'zod';
import { type Position, readCursor, writeCursor } from './cursor.ts';

export interface SortKey<Field extends string = string> {
  readonly field: Field;
  readonly descending: boolean;
}

/**
 * Which rows of a list are wanted: those behind a position, in an order that the id completes. It
 * names the fields that it goes by, so that a repository without a column for one does not compile.
 */
export interface Listing<Field extends string> {
  readonly limit: number;
  readonly sort: readonly SortKey<Field>[];
  readonly filter: readonly { readonly field: Field; readonly value: unknown }[];
  readonly after: Position | undefined;
}

const limit = z
  .string()
  .regex(/^(?:[1-9]\d?|100)$/, 'must be a whole number from 1 to 100')
  .transform(Number)
  .default(20)
  .meta({ type: 'integer', minimum: 1, maximum: 100 });

/** The query parameters that every list takes, besides its filters. */
export function listParameters<Field extends string>(sortable: readonly Field[]) {
  const isSortable = (key: SortKey): key is SortKey<Field> =>
    (sortable as readonly string[]).includes(key.field);

  const sort = z
    .string()
    .transform((value) => value.split(',').map(toSortKey))
    .refine((keys) => new Set(keys.map(({ field }) => field)).size === keys.length, {
      error: 'must not name a field twice',
    })
    .refine((keys): keys is SortKey<Field>[] => keys.every(isSortable), {
      error: `must be a comma list of ${sortable.join(', ')}, each with "-" for descending`,
    })
    .prefault('-createdAt');
  return { limit, cursor: z.string().optional(), sort };
}

function toSortKey(value: string): SortKey {
  const descending = value.startsWith('-');
  return { field: descending ? value.slice(1) : value, descending };
}

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

interface ListQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly sort: readonly SortKey[];
}

/** The fields that a query sorts or filters by. */
type FieldOf<Query extends ListQuery> =
  Query['sort'][number]['field'] | Extract<Exclude<keyof Query, keyof ListQuery>, string>;

/** Reads one row more than the page holds, to know whether there is a next one. */
export async function readPage<
  Query extends ListQuery,
  Row extends Readonly<Record<string, unknown>>,
>(
  query: Query,
  shape: Readonly<Record<string, z.ZodType>>,
  find: (listing: Listing<FieldOf<Query>>) => Promise<Row[]>,
): Promise<{ items: Row[]; nextCursor: string | null }> {
  const { limit: size, cursor, sort, ...rest } = query;
  const filter = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => ({ field: field as FieldOf<Query>, value }));
  const scope = JSON.stringify([sort, filter]);
  const fields = [...sort.map(({ field }) => field), 'id'];
  const after = cursor === undefined ? undefined : readCursor(cursor, scope, fields, shape);
  const rows = await find({ limit: size + 1, sort, filter, after });
  const items = rows.slice(0, size);
  const last = items.at(-1);
  if (rows.length <= size || !last) return { items, nextCursor: null };
  return {
    items,
    nextCursor: writeCursor(
      scope,
      fields.map((field) => last[field]),
    ),
  };
}
