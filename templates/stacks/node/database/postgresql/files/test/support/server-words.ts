import { type Kysely, sql } from 'kysely';

/** Where the server listens, if a URL does not say. */
export const defaultPort = 5432;

/** Takes a second. */
export const slowStatement = sql`select pg_sleep(1)`;

/** Ends every session of the database but that of whoever asks, and but the server's own work. */
export async function endOtherSessions(kysely: Kysely<unknown>): Promise<void> {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
  `.execute(kysely);
}
