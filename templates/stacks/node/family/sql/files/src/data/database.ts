import { Kysely } from 'kysely';
import { connect } from './dialect.ts';

export interface Database {
  /** A repository names the tables it uses: `kysely.withTables<{ tasks: TaskTable }>()`. */
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
