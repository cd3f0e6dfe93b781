import { type Kysely, sql } from 'kysely';
import { type Fault, Problem } from '../lib/problem.ts';
import { Violation } from '../lib/violation.ts';

interface Reference {
  readonly pointer: string;
  readonly table: string;
  readonly id: string | null;
}

/** Finishes a write; when it refers to rows that do not exist, throws a problem that names them. */
export async function namingMissing<Result>(
  write: Promise<Result>,
  kysely: Kysely<unknown>,
  references: readonly Reference[],
): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof Violation) || error.rule !== 'reference') throw error;
    const errors: Fault[] = [];
    for (const { pointer, table, id } of references) {
      const query = sql`select 1 from ${sql.table(table)} where id = ${id}`;
      const { rows } = await query.execute(kysely);
      if (id !== null && rows.length === 0) errors.push({ pointer, detail: 'does not exist' });
    }
    throw new Problem('validation', 'It refers to something that does not exist.', {
      errors,
      cause: error,
    });
  }
}
