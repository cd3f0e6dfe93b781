import { sql } from 'kysely';

// By code point: other collations put letters of several languages into one order, and some take
// different texts for the same.
const byCodePoint = sql`collate "C"`;

/** The column types of this database, for migrations. */
export const columns = {
  id: 'uuid',
  uuid: 'uuid',
  string: (length: number) => sql`varchar(${sql.lit(length)}) ${byCodePoint}`,
  text: (_length: number) => sql`text ${byCodePoint}`,
  url: sql`varchar(2000) ${byCodePoint}`,
  uniqueUrl: sql`varchar(2000) ${byCodePoint}`,
  integer: 'integer',
  bigint: 'bigint',
  decimal: (precision: number, scale: number) => `decimal(${precision}, ${scale})` as const,
  float: 'double precision',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamptz(3)',
  json: 'jsonb',
} as const;
