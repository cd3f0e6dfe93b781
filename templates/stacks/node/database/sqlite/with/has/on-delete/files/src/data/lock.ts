import { sql } from 'kysely';

/** Nothing: a transaction has the whole file to itself, from its beginning. */
export const forUpdate = sql``;

/** Nobody waits for parts of a file. */
export const isDeadlock = (_error: unknown): boolean => false;
