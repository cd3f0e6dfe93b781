import { type Kysely, sql } from 'kysely';

/** Where the server listens, if a URL does not say. */
export const defaultPort = 5432;

/** Takes a second. */
export const slowStatement = sql`select pg_sleep(1)`;

/** Ends every session of the database but that of whoever asks. */
export async function endOtherSessions(kysely: Kysely<unknown>): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(kysely);
}
