import { sql } from 'kysely';

/** Ends a query whose rows nobody else may change before the transaction is over. */
export const forUpdate = sql`for update`;

/** Whether the server ended one of two transactions that waited for each other: begun anew, it may run. */
export function isDeadlock(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'ER_LOCK_DEADLOCK';
}
