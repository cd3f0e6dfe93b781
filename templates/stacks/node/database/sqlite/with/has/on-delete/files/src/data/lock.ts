import { sql } from 'kysely';

/** Nothing: a transaction has the whole file to itself, from its beginning. */
export const forUpdate = sql``;
