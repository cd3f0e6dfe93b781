import { sql } from 'kysely';

// By code point, trailing white space included: each of the two servers reads the name of its own
// collation, and takes the other for a comment.
const byCodePoint = sql`collate /*!80017 utf8mb4_0900_bin */ /*M! utf8mb4_nopad_bin */`;
const characters = sql`character set utf8mb4 ${byCodePoint}`;
const ascii = sql`character set ascii collate ascii_bin`;

/** How many characters fit into a `text`, of four bytes each. */
const longestText = 16_383;

/** A column of fewer characters, of four bytes each, takes its room in the row, which is soon full. */
const movable = 64;

/** The column types of this database, for migrations. */
export const columns = {
  // Only one of the two servers has a type for UUIDs.
  id: sql`char(36) ${ascii}`,
  uuid: sql`char(36) ${ascii}`,
  string: (length: number) => sql`varchar(${sql.lit(Math.max(length, movable))}) ${characters}`,
  text: (length: number) =>
    length > longestText ? sql`mediumtext ${characters}` : sql`text ${characters}`,
  url: sql`text ${ascii}`,
  uniqueUrl: sql`varchar(2000) ${ascii}`,
  integer: 'integer',
  bigint: 'bigint',
  decimal: (precision: number, scale: number) => `decimal(${precision}, ${scale})` as const,
  float: 'double precision',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime(3)',
  json: 'json',
} as const;
