import { Kysely, sql } from 'kysely';
import type { Config } from '../config.ts';
import { connect } from './dialect.ts';

export interface Database {
  /** It knows no tables: a repository names those that it uses, by `withTables`. */
  readonly kysely: Kysely<unknown>;
  /** Fails when the database cannot be used. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export function openDatabase(config: Config): Database {
  const { dialect, check } = connect(config);
  const kysely = new Kysely<unknown>({ dialect });
  return {
    kysely,
    async check() {
      // By way of the driver, which closes only what it has opened.
      await sql`select 1`.execute(kysely);
      await check?.();
    },
    close: () => kysely.destroy(),
  };
}
