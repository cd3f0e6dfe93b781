import { type Kysely, sql } from 'kysely';

/** Empties the tables, in whatever order they stand. */
export async function deleteRows(
  kysely: Kysely<unknown>,
  tables: readonly string[],
): Promise<void> {
  await kysely.connection().execute(async (connection) => {
    await sql`set foreign_key_checks = 0`.execute(connection);
    for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(connection);
    await sql`set foreign_key_checks = 1`.execute(connection);
  });
}
