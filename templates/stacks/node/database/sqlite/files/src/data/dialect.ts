import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type Dialect, SqliteAdapter, SqliteDialect } from 'kysely';
import { Violation } from '../lib/violation.ts';

/** Statements are prepared once; callers who vary their sorting must not fill the memory. */
const maximumStatements = 500;

/** What the rest of the data layer needs from a database; nothing else knows which one it is. */
export interface Connection {
  readonly dialect: Dialect;
  /** Throws when the database does not answer. */
  readonly check: () => void;
}

export function connect(url: string): Connection {
  const path = url.slice('file:'.length);
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const sqlite = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true });
  sqlite.exec('pragma journal_mode = wal');
  const opened = inode(path);
  return {
    dialect: new TransactionalDialect({ database: adapt(sqlite) }),
    check() {
      sqlite.prepare('select 1').get();
      // An open file that was moved away still answers, but what is written to it is lost.
      if (inode(path) !== opened) throw new Error(`The database file is no longer at ${path}.`);
    },
  };
}

function inode(path: string): bigint | undefined {
  if (path === ':memory:') return undefined;
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? -1n;
}

/** Kysely expects the interface of better-sqlite3; this is the part of it that it uses. */
function adapt(sqlite: DatabaseSync) {
  const statements = new Map<string, ReturnType<typeof adaptStatement>>();
  return {
    close: () => sqlite.close(),
    prepare(sql: string) {
      let statement = statements.get(sql);
      if (!statement) {
        // A deferred transaction that reads before it writes fails when another process wrote.
        statement = adaptStatement(sqlite.prepare(sql === 'begin' ? 'begin immediate' : sql));
        if (statements.size === maximumStatements) statements.clear();
        statements.set(sql, statement);
      }
      return statement;
    },
  };
}

function adaptStatement(statement: StatementSync) {
  statement.setReadBigInts(true);
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) =>
      explained(() => statement.all(...(parameters as SQLInputValue[])).map(withNumbers)),
    run: (parameters: readonly unknown[]) =>
      explained(() => statement.run(...(parameters as SQLInputValue[]))),
    *iterate(parameters: readonly unknown[]) {
      for (const row of statement.iterate(...(parameters as SQLInputValue[]))) {
        yield withNumbers(row);
      }
    },
  };
}

/** Only integers that a number cannot hold stay big integers. */
function withNumbers(row: Record<string, unknown>): Record<string, unknown> {
  for (const column of Object.keys(row)) {
    const value = row[column];
    if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) {
      row[column] = Number(value);
    }
  }
  return row;
}

const rules: Readonly<Record<number, Violation['rule']>> = {
  787: 'reference',
  1555: 'unique',
  2067: 'unique',
};

function explained<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || !('errcode' in error)) throw error;
    const rule = rules[Number(error.errcode)];
    if (!rule) throw error;
    const columns = [...error.message.matchAll(/\w+\.(\w+)/g)].map(([, column]) => column ?? '');
    throw new Violation(rule, columns, { cause: error });
  }
}

/** The stock adapter denies that SQLite can roll back a migration, and would leave half of it. */
class TransactionalDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true;
      }
    })();
  }
}
