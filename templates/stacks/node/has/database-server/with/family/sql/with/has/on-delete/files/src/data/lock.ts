import { sql } from 'kysely';

/** Ends a query whose rows nobody else may change before the transaction is over. */
export const forUpdate = sql`for update`;
