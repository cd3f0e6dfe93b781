import { type Kysely, sql } from 'kysely';

/** Empties the tables, in one statement: references are looked at when all of it is done. */
export async function deleteRows(
  kysely: Kysely<unknown>,
  tables: readonly string[],
): Promise<void> {
  const deletions = tables.map(
    (table, index) => sql`${sql.ref(`t${index}`)} as (delete from ${sql.table(table)})`,
  );
  if (deletions.length > 0) await sql`with ${sql.join(deletions)} select 1`.execute(kysely);
}
