import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Caller } from '../lib/auth/caller.ts';
import type { Permission } from '../lib/auth/permissions.ts';

/** The condition under which a row may be seen: it is the caller's, or the caller may see `any`. */
export function visibleTo(caller: Caller, any: Permission): RawBuilder<SqlBool> {
  // Not `true`: that may be the name of a column.
  return caller.permissions.has(any) ? sql<SqlBool>`1 = 1` : sql<SqlBool>`owner_id = ${caller.id}`;
}
