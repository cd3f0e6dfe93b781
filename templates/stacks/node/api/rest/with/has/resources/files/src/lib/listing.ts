import * as z from 'zod';
import { type Position, readCursor, writeCursor } from './cursor.ts';

export interface SortKey {
  readonly field: string;
  readonly descending: boolean;
}

/** Which rows of a list are wanted: those behind a position, in an order that the id completes. */
export interface Listing {
  readonly limit: number;
  readonly sort: readonly SortKey[];
  readonly filter: Readonly<Record<string, unknown>>;
  readonly after: Position | undefined;
}

const limit = z
  .string()
  .regex(/^(?:[1-9]\d?|100)$/, 'must be a whole number from 1 to 100')
  .transform(Number)
  .default(20)
  .meta({ type: 'integer', minimum: 1, maximum: 100 });

/** The query parameters that every list takes, besides its filters. */
export function listParameters(sortable: readonly string[]) {
  const sort = z
    .string()
    .transform((value) => value.split(',').map(toSortKey))
    .refine((keys) => new Set(keys.map(({ field }) => field)).size === keys.length, {
      error: 'must not name a field twice',
    })
    .refine((keys) => keys.every(({ field }) => sortable.includes(field)), {
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

/** Reads one row more than the page holds, to know whether there is a next one. */
export async function readPage<Row extends Readonly<Record<string, unknown>>>(
  { limit: size, cursor, sort, ...filter }: ListQuery,
  shape: Readonly<Record<string, z.ZodType>>,
  find: (listing: Listing) => Promise<Row[]>,
): Promise<{ items: Row[]; nextCursor: string | null }> {
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
