import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely';
import { type Fault, Problem } from '../lib/problem.ts';

/** A field that holds the id of a row of a table. */
export interface Reference {
  readonly field: string;
  readonly table: string;
}

export type Row = Readonly<Record<string, unknown>>;

/** A fault for each field of the row that refers to something that is not there, or not `seen`. */
export async function missingFaults<Referring extends Reference>(
  kysely: Kysely<unknown>,
  references: readonly Referring[],
  row: Row,
  seen: (reference: Referring) => RawBuilder<SqlBool> = () => sql<SqlBool>`1 = 1`,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const reference of references) {
    const { field, table } = reference;
    const id = row[field] ?? null;
    if (id === null) continue;
    const query = sql`select 1 from ${sql.table(table)} where id = ${id} and ${seen(reference)}`;
    const { rows } = await query.execute(kysely);
    if (rows.length === 0) faults.push({ pointer: `/${field}`, detail: 'does not exist' });
  }
  return faults;
}

export function missing(errors: readonly Fault[], cause?: unknown): Problem {
  return new Problem('validation', 'It refers to something that does not exist.', {
    errors,
    cause,
  });
}
