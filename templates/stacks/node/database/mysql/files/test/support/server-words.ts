import { type Kysely, sql } from 'kysely';

/** Where the server listens, if a URL does not say. */
export const defaultPort = 3306;

/** Takes a second; a `sleep` that stands alone does not fail everywhere when it is ended. */
export const slowStatement = sql`select one from (select 1 as one) as ones where sleep(1) = 0`;

/** Ends every session of the database but that of whoever asks. */
export async function endOtherSessions(kysely: Kysely<unknown>): Promise<void> {
  const others = sql<{ id: bigint }>`select id as id from information_schema.processlist
    where db = database() and id <> connection_id()`;
  for (const { id } of (await others.execute(kysely)).rows) {
    await sql`kill ${sql.lit(Number(id))}`.execute(kysely);
  }
}
