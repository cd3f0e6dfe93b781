import { type Dialect, MysqlDialect, type MysqlPool } from 'kysely';
import { createPool, type Pool, type PoolConnection, type QueryError } from 'mysql2';
import type { Config } from '../config.ts';
import { unavailable } from '../lib/unavailable.ts';
import { Violation } from '../lib/violation.ts';
import { decodeRows, type Row } from './cells.ts';
import { connectionOptions } from './connection-options.ts';

/** What the rest of the data layer needs from a database; nothing else knows which one it is. */
export interface Connection {
  readonly dialect: Dialect;
  /** Fails when the database answers a query, but cannot be used all the same. */
  readonly check?: () => Promise<void>;
}

/** How long the answer to a statement that the server ended may be on its way, in milliseconds. */
const leeway = 500;

export function connect(config: Config): Connection {
  const pool = createPool({
    ...connectionOptions(config.databaseUrl),
    connectionLimit: config.databasePoolSize,
    connectTimeout: config.databaseConnectTimeoutMs,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    jsonStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    stringifyObjects: true,
  });
  return { dialect: new MysqlDialect({ pool: adapt(pool, config) }) };
}

/**
 * Whatever the server was set to. Only SELECT has a limit on one of the two servers; what others wait
 * for are locks, in whole seconds: who was told that a write took too long must not find it done.
 */
function settings({ databaseStatementTimeoutMs: limit }: Config): readonly string[] {
  const patience = Math.max(1, Math.floor(limit / 1000));
  return [
    `set time_zone = '+00:00', sql_mode = 'TRADITIONAL'
      /*!80000 , max_execution_time = ${limit} */
      /*M! , max_statement_time = ${limit / 1000} */`,
    'set session transaction isolation level read committed',
    ...(limit === 0
      ? []
      : [`set innodb_lock_wait_timeout = ${patience}, lock_wait_timeout = ${patience}`]),
  ];
}

const prepared = new WeakSet<PoolConnection>();

/** A connection with all settings; one that cannot have them makes room for another. */
async function connectionOf(pool: Pool, config: Config): Promise<PoolConnection> {
  const connection = await new Promise<PoolConnection>((resolve, reject) => {
    pool.getConnection((error, free) => (error ? reject(error) : resolve(free)));
  });
  if (prepared.has(connection)) return connection;
  try {
    for (const sql of settings(config)) {
      await new Promise<void>((resolve, reject) => {
        const timeout = config.databaseConnectTimeoutMs;
        connection.query({ sql, timeout }, (error) => (error ? reject(error) : resolve()));
      });
    }
  } catch (error) {
    connection.destroy();
    throw error;
  }
  prepared.add(connection);
  return connection;
}

type Take = (error: unknown, connection?: object) => void;

/** Of the pool, the part that is used here: nothing cancels statements or reads row by row. */
function adapt(pool: Pool, config: Config): MysqlPool {
  return {
    getConnection: (callback) => void handOut(pool, config, callback as Take),
    // Who cannot be said goodbye to is gone already.
    end: (callback) => pool.end(() => callback(null)),
  };
}

async function handOut(pool: Pool, config: Config, take: Take): Promise<void> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    take(unavailable(new Error('No connection in time.')));
  }, config.databaseConnectTimeoutMs);
  try {
    const connection = await connectionOf(pool, config);
    if (isLate) connection.release();
    else take(null, adaptConnection(connection, config));
  } catch (error) {
    if (!isLate) take(unavailable(error));
  } finally {
    clearTimeout(timer);
  }
}

function adaptConnection(
  connection: PoolConnection,
  { databaseStatementTimeoutMs: limit }: Config,
) {
  const timeout = limit === 0 ? 0 : limit + leeway;
  return {
    query(
      sql: string,
      values: unknown[],
      callback: (error: unknown, result?: unknown) => void,
    ): void {
      connection.query({ sql, values, timeout }, (error, result, fields) => {
        if (error) {
          // A connection that did not answer may still do so, when somebody else asks.
          if (!isAnswer(error)) connection.destroy();
          callback(explained(error, sql));
          return;
        }
        let decoded: unknown = result;
        try {
          if (fields) decoded = decodeRows(result as Row[], fields);
        } catch (failure) {
          callback(failure);
          return;
        }
        callback(null, decoded);
      });
    },
    release: () => connection.release(),
  };
}

const rules: Readonly<Record<number, Violation['rule']>> = {
  1062: 'unique',
  1264: 'range',
  1292: 'range',
  1406: 'range',
  1451: 'reference',
  1452: 'reference',
};

/**
 * Too many connections, stopping, stopped, killed, timed out, rolled back in favour of others, full,
 * read-only.
 */
const outages: ReadonlySet<number> = new Set([
  1021, 1040, 1053, 1114, 1205, 1213, 1290, 1317, 1792, 1836, 1927, 1969, 3024,
]);

/** Duplicate, malformed, truncated, incorrect: the server quotes the value. */
const quoting: ReadonlySet<number> = new Set([
  1062, 1064, 1292, 1366, 1367, 1411, 1690, 3140, 3141,
]);

/** The server's own numbers are positive, those of a lost connection are not. */
const isAnswer = ({ errno = 0 }: QueryError): boolean => errno > 0;

function explained(error: QueryError, sql: string): unknown {
  const { errno = 0 } = error;
  const rule = rules[errno];
  const columns = columnsIn(error.message);
  hideValues(error, sql);
  if (rule) return new Violation(rule, columns, { cause: error });
  return !isAnswer(error) || outages.has(errno) ? unavailable(error) : error;
}

/** Errors end in logs, where no value may: the driver adds the statement with all of them in it. */
function hideValues(error: QueryError, sql: string): void {
  const { errno = 0, message, stack = '' } = error;
  const shown = quoting.has(errno) ? message.replace(/'.*'/s, "'…'") : message;
  const hidden = { message: shown, stack: stack.replace(message, () => shown), sql };
  Object.assign(error, hidden, isAnswer(error) && { sqlMessage: shown });
}

/** `Duplicate entry 'a' for key 'parts.size'`; that of a column has its name, or `parts__size__key`. */
function columnsIn(message: string): string[] {
  const key = /'(?:[^'.]+\.)?([^'.]+)'$/.exec(message)?.[1];
  if (key === undefined) return [];
  return [key === 'PRIMARY' ? 'id' : (/__(\w+)__key$/.exec(key)?.[1] ?? key)];
}
