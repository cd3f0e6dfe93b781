import { type Kysely, sql } from 'kysely';
import { type Fault, Problem } from '../lib/problem.ts';
import { Violation } from '../lib/violation.ts';

/** A field that holds the id of a row of a table. */
interface Reference {
  readonly field: string;
  readonly table: string;
}

/** Finishes a write; when it refers to rows that do not exist, throws a problem that names them. */
export async function namingMissing<Result>(
  write: Promise<Result>,
  kysely: Kysely<unknown>,
  references: readonly Reference[],
  row: Readonly<Record<string, unknown>>,
): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof Violation) || error.rule !== 'reference') throw error;
    const errors: Fault[] = [];
    for (const { field, table } of references) {
      const id = row[field];
      const query = sql`select 1 from ${sql.table(table)} where id = ${id}`;
      const { rows } = await query.execute(kysely);
      if (id !== null && rows.length === 0) {
        errors.push({ pointer: `/${field}`, detail: 'does not exist' });
      }
    }
    throw new Problem('validation', 'It refers to something that does not exist.', {
      errors,
      cause: error,
    });
  }
}
