import { type Kysely, sql, type SqlBool } from 'kysely';
import type { Caller } from '../lib/auth/caller.ts';
import type { Permission } from '../lib/auth/permissions.ts';
import { missing, missingFaults, type Reference, type Row } from './missing.ts';
import { visibleTo } from './ownership.ts';

interface GuardedReference extends Reference {
  readonly read: Permission;
  /** Only the rows of an owned table have it. */
  readonly any?: Permission;
}

/** Throws a problem that names every reference to a row that the caller may not read. */
export async function assertReadable(
  kysely: Kysely<unknown>,
  references: readonly GuardedReference[],
  row: Row,
  caller: Caller,
): Promise<void> {
  const faults = await missingFaults(kysely, references, row, ({ read, any }) => {
    if (!caller.permissions.has(read)) return sql<SqlBool>`1 = 0`;
    return any ? visibleTo(caller, any) : sql<SqlBool>`1 = 1`;
  });
  if (faults.length > 0) throw missing(faults);
}
