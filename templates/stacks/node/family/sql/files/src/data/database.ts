import { Kysely } from 'kysely';
import { connect } from './dialect.ts';

export interface Database {
  /** It knows no tables: a repository names those that it uses, by `withTables`. */
  readonly kysely: Kysely<unknown>;
  /** Throws when the database cannot be used. */
  readonly check: () => void;
  readonly close: () => Promise<void>;
}

export function openDatabase(url: string): Database {
  const { dialect, check } = connect(url);
  const kysely = new Kysely<unknown>({ dialect });
  return { kysely, check, close: () => kysely.destroy() };
}
