import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Caller } from '../lib/auth/caller.ts';
import type { Permission } from '../lib/auth/permissions.ts';
import { visibleTo } from './ownership.ts';
import type { Referrer } from './referrers.ts';

declare module './referrers.ts' {
  interface Referrer {
    readonly write: Permission;
    /** Only the rows of an owned table have it. */
    readonly any?: Permission;
  }
}

/** Which of the rows that refer to something may be deleted or changed along with it. */
export type Reach = (referrer: Referrer) => RawBuilder<SqlBool>;

/**
 * Nobody deletes or changes along with a row what they could not delete or change by itself: foreign
 * keys keep the row then.
 */
export function reachOf(caller: Caller): Reach {
  return ({ write, any }) => {
    if (!caller.permissions.has(write)) return sql<SqlBool>`1 = 0`;
    return any ? visibleTo(caller, any) : sql<SqlBool>`1 = 1`;
  };
}
