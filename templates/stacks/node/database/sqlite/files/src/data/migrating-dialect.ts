import {
  CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  sql,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';

/**
 * Migrations run whole or not at all, and may put a table in the place of one that others refer to:
 * SQLite does not alter what a column is. Meanwhile references cannot be held, which has to be said
 * before the transaction begins; so they are looked at when all has run, before it is committed.
 */
export class MigratingDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  #isMigrating = false;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createAdapter(): SqliteAdapter {
    const hold = async (db: Kysely<unknown>, areHeld: boolean) => {
      await sql`pragma foreign_keys = ${sql.raw(areHeld ? 'on' : 'off')}`.execute(db);
      this.#isMigrating = !areHeld;
    };
    return new (class extends SqliteAdapter {
      /** The stock adapter denies that SQLite can roll back a migration, and would leave half of it. */
      override get supportsTransactionalDdl(): boolean {
        return true;
      }

      override acquireMigrationLock = (db: Kysely<unknown>) => hold(db, false);
      override releaseMigrationLock = (db: Kysely<unknown>) => hold(db, true);
    })();
  }

  override createDriver(): SqliteDriver {
    const check = async (connection: DatabaseConnection) => {
      if (this.#isMigrating) await checkReferences(connection);
    };
    return new (class extends SqliteDriver {
      override async commitTransaction(connection: DatabaseConnection): Promise<void> {
        await check(connection);
        await super.commitTransaction(connection);
      }
    })(this.#config);
  }
}

async function checkReferences(connection: DatabaseConnection): Promise<void> {
  const query = 'select "table", "parent" from pragma_foreign_key_check limit 1';
  const { rows } = await connection.executeQuery<{
    readonly table: string;
    readonly parent: string;
  }>(CompiledQuery.raw(query));
  for (const { table, parent } of rows) {
    throw new Error(`After these migrations, rows of ${table} would refer to no row of ${parent}.`);
  }
}
