import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Dialect } from 'kysely';
import type { Config } from '../config.ts';
import { unavailable } from '../lib/unavailable.ts';
import { Violation } from '../lib/violation.ts';
import { encode, rowReader } from './cells.ts';
import { MigratingDialect } from './migrating-dialect.ts';

/** How long to wait for another process, in milliseconds. */
const patience = 5000;

/** Statements are prepared once; callers who vary their sorting must not fill the memory. */
const maximumStatements = 500;

/** What the rest of the data layer needs from a database; nothing else knows which one it is. */
export interface Connection {
  readonly dialect: Dialect;
  /** Fails when the database answers a query, but cannot be used all the same. */
  readonly check?: () => Promise<void>;
}

export function connect({ databaseUrl }: Config): Connection {
  const path = databaseUrl.slice('file:'.length);
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const sqlite = new DatabaseSync(path, { timeout: patience, enableForeignKeyConstraints: true });
  writeAhead(sqlite);
  const opened = inode(path);
  return {
    dialect: new MigratingDialect({ database: adapt(sqlite) }),
    async check() {
      // An open file that was moved away still answers, but what is written to it is lost.
      if (inode(path) !== opened) throw new Error(`The database file is no longer at ${path}.`);
    },
  };
}

/** While another process sets the same file up, SQLite does not wait here, but fails at once. */
function writeAhead(sqlite: DatabaseSync): void {
  const end = Date.now() + patience;
  for (;;) {
    try {
      sqlite.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if (codeOf(error) !== busy || Date.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
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
  const reader = rowReader(statement);
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) =>
      explained(() => {
        const rows = statement.all(...parameters.map(encode));
        return rows.map(reader());
      }),
    run: (parameters: readonly unknown[]) =>
      explained(() => statement.run(...parameters.map(encode))),
    *iterate(parameters: readonly unknown[]) {
      for (const row of statement.iterate(...parameters.map(encode))) yield reader()(row);
    },
  };
}

const rules: Readonly<Record<number, Violation['rule']>> = {
  18: 'range',
  787: 'reference',
  1555: 'unique',
  2067: 'unique',
};

/** Another process kept the file to itself for too long. */
const busy = 5;

/** Busy, read-only, failing to read, full, or not to be opened. */
const outages: ReadonlySet<number> = new Set([busy, 8, 10, 13, 14]);

const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) : undefined;

function explained<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (!(error instanceof Error) || code === undefined) throw error;
    // The lower byte is what went wrong, the rest of it says where.
    if (outages.has(code % 256)) throw unavailable(error);
    const rule = rules[code];
    if (!rule) throw error;
    const columns = [...error.message.matchAll(/\w+\.(\w+)/g)].map(([, column]) => column ?? '');
    throw new Violation(rule, columns, { cause: error });
  }
}
