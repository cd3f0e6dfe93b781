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
  pool.on('connection', (connection: PoolConnection) => prepare(connection, config));
  return { dialect: new MysqlDialect({ pool: adapt(pool, config) }) };
}

/** Whatever the server was set to; only SELECT has a limit on one of the two servers. */
function settings({ databaseStatementTimeoutMs: limit }: Config): readonly string[] {
  return [
    `set time_zone = '+00:00', sql_mode = 'TRADITIONAL'
      /*!80000 , max_execution_time = ${limit} */
      /*M! , max_statement_time = ${limit / 1000} */`,
    'set session transaction isolation level read committed',
  ];
}

function prepare(connection: PoolConnection, config: Config): void {
  for (const setting of settings(config)) {
    connection.query(setting, (error) => {
      if (error) connection.destroy();
    });
  }
}

/** Of the pool, the part that is used here: nothing cancels statements or reads row by row. */
function adapt(pool: Pool, config: Config): MysqlPool {
  return {
    getConnection(callback) {
      const take = callback as (error: unknown, connection?: object) => void;
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        take(unavailable(new Error('No connection in time.')));
      }, config.databaseConnectTimeoutMs);
      pool.getConnection((error, connection) => {
        clearTimeout(timer);
        if (isLate) connection?.release();
        else if (error) take(unavailable(error));
        else take(null, adaptConnection(connection, config));
      });
    },
    // Who cannot be said goodbye to is gone already.
    end: (callback) => pool.end(() => callback(null)),
  };
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
        if (!error) callback(null, fields ? decodeRows(result as Row[], fields) : result);
        else {
          // A connection that did not answer may still do so, when somebody else asks.
          if (!error.errno) connection.destroy();
          callback(explained(error));
        }
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

function explained(error: QueryError): unknown {
  const { errno = 0, message } = error;
  const rule = rules[errno];
  if (rule) return new Violation(rule, columnsIn(message), { cause: error });
  return errno === 0 || outages.has(errno) ? unavailable(error) : error;
}

/** `Duplicate entry 'a' for key 'parts.size'`; the key of a unique column has its name. */
function columnsIn(message: string): string[] {
  const key = /'(?:[^'.]+\.)?([^'.]+)'$/.exec(message)?.[1];
  if (key === undefined) return [];
  return [key === 'PRIMARY' ? 'id' : key];
}
