import { type Dialect, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { DatabaseError, Pool, type PoolClient, types } from 'pg';
import type { Config } from '../config.ts';
import { unavailable } from '../lib/unavailable.ts';
import { Violation } from '../lib/violation.ts';

/** What the rest of the data layer needs from a database; nothing else knows which one it is. */
export interface Connection {
  readonly dialect: Dialect;
  /** Fails when the database answers a query, but cannot be used all the same. */
  readonly check?: () => Promise<void>;
}

/** How long the answer to a statement that the server ended may be on its way, in milliseconds. */
const leeway = 500;

export function connect(config: Config): Connection {
  const statementTimeout = config.databaseStatementTimeoutMs;
  const pool = new Pool({
    connectionString: config.databaseUrl,
    max: config.databasePoolSize,
    connectionTimeoutMillis: config.databaseConnectTimeoutMs,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout === 0 ? undefined : statementTimeout + leeway,
    keepAlive: true,
    // Times and dates come as text, in a form that the server may have been told otherwise.
    options: '-c timezone=UTC -c datestyle=ISO',
    types: { getTypeParser },
  });
  // The pool replaces what the server ends; without these listeners, the process would end, too.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return { dialect: new PostgresDialect({ pool: adapt(pool) }) };
}

/** What is read otherwise than by default: as text, if nothing else. */
const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, BigInt],
  [types.builtins.DATE, String],
  [types.builtins.JSONB, String],
]);

const getTypeParser: typeof types.getTypeParser = (type, format) =>
  parsers.get(type) ?? types.getTypeParser(type, format);

function adapt(pool: Pool): PostgresPool {
  return {
    options: pool.options,
    async connect() {
      try {
        return adaptClient(await pool.connect());
      } catch (error) {
        throw unavailable(error);
      }
    },
    end: () => pool.end(),
  };
}

/** Without cursors: nothing here reads row by row. */
function adaptClient(client: PoolClient): PostgresPoolClient {
  let isBroken = false;
  const adapted = {
    async query(sql: string, parameters: readonly unknown[] = []) {
      // Who asks with what cannot be written made a mistake, whatever the database does.
      const encoded = parameters.map(encode);
      try {
        return await client.query(sql, encoded);
      } catch (error) {
        isBroken ||= !(error instanceof DatabaseError);
        throw explained(error);
      }
    },
    // A connection that did not answer may still do so, when somebody else asks.
    release: () => client.release(isBroken),
  };
  return adapted as unknown as PostgresPoolClient;
}

/** The driver would write a time as that of the local zone, which knew no whole minutes long ago. */
function encode(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return isPlain(value) ? JSON.stringify(value) : value;
}

function isPlain(value: unknown): boolean {
  return value instanceof Object && Object.getPrototypeOf(value) === Object.prototype;
}

const rules: Readonly<Record<string, Violation['rule']>> = {
  '22001': 'range',
  '22003': 'range',
  '22008': 'range',
  '23503': 'reference',
  '23505': 'unique',
};

/**
 * Lost, rolled back in favour of others, out of resources, stopped or cancelled, failing; read-only,
 * locked.
 */
const outages = /^(?:08|40|53|57|58)|^(?:25006|55P03)$/;

function explained(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return unavailable(error);
  const { code = '', detail = '' } = error;
  const rule = rules[code];
  hideValues(error);
  if (rule) return new Violation(rule, columnsIn(detail), { cause: error });
  return outages.test(code) ? unavailable(error) : error;
}

/** Errors end in logs, where no value may: `Failing row contains (…)`. */
function hideValues(error: DatabaseError): void {
  const { code = '', message, stack = '' } = error;
  // What cannot be read as a value of its type is quoted.
  const shown = code.startsWith('22') ? message.replace(/".*"/s, '"…"') : message;
  const hidden = { message: shown, stack: stack.replace(message, () => shown) };
  Object.assign(error, hidden, { detail: undefined, where: undefined });
}

/** `Key (author_id, "order")=(…) already exists.`, in the language of the server. */
function columnsIn(detail: string): string[] {
  const [, columns = ''] = /\((.+?)\)=\(/.exec(detail) ?? [];
  return columns === '' ? [] : columns.split(', ').map((column) => column.replaceAll('"', ''));
}
