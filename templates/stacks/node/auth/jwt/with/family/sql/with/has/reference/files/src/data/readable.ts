import { type Kysely, sql } from 'kysely';
import type { Caller } from '../lib/auth/caller.ts';
import type { Permission } from '../lib/auth/permissions.ts';
import { type Fault, Problem } from '../lib/problem.ts';
import { visibleTo } from './ownership.ts';

interface GuardedReference {
  readonly field: string;
  readonly table: string;
  readonly read: Permission;
  /** Only the rows of an owned table have it. */
  readonly any?: Permission;
}

/** Throws a problem that names every reference to a row that the caller may not read. */
export async function assertReadable(
  kysely: Kysely<unknown>,
  references: readonly GuardedReference[],
  row: Readonly<Record<string, unknown>>,
  caller: Caller,
): Promise<void> {
  const errors: Fault[] = [];
  for (const { field, table, read, any } of references) {
    const id = row[field] ?? null;
    if (id === null) continue;
    const visible = any ? visibleTo(caller, any) : sql`true`;
    const query = sql`select 1 from ${sql.table(table)} where id = ${id} and ${visible}`;
    const { rows } = await query.execute(kysely);
    if (rows.length === 0 || !caller.permissions.has(read)) {
      errors.push({ pointer: `/${field}`, detail: 'does not exist' });
    }
  }
  if (errors.length > 0) {
    throw new Problem('validation', 'It refers to something that does not exist.', { errors });
  }
}
