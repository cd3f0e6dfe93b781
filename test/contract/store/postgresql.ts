import { Client } from 'pg';
import { serverStores } from './server-stores.ts';
import type { Engine, OpenLine } from './server-stores.ts';
import type { Stores } from './store.ts';

/** Asks one thing in a connection of its own. */
async function ask(server: URL, database: string, sql: string, values: readonly string[] = []) {
  const url = new URL(server);
  url.pathname = `/${database}`;
  const client = new Client(url.href);
  await client.connect();
  try {
    return (await client.query<{ readonly count: number }>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

function engineOf(server: URL): Engine {
  const home = server.pathname.slice(1);
  const tell = async (sql: string) => {
    await ask(server, home, sql);
  };
  const endSessions = async (name: string) => {
    const sessions = 'from pg_stat_activity where datname = $1 and usename = current_user';
    await ask(server, home, `select pg_terminate_backend(pid) ${sessions}`, [name]);
  };
  return {
    createDatabase: (name) => tell(`create database ${name}`),
    copyDatabase: (from, to) => tell(`create database ${to} template ${from}`),
    // `with (force)` fails while a database is vacuumed, which is work of another user.
    dropDatabase: async (name) => {
      await endSessions(name);
      await tell(`drop database if exists ${name}`);
    },
    dropTables: async (name) => {
      await ask(server, name, 'drop schema public cascade; create schema public');
    },
    countSessions: async (name) => {
      const sql = 'select count(*)::int as count from pg_stat_activity where datname = $1';
      return (await ask(server, home, sql, [name]))[0]?.count ?? 0;
    },
    endSessions,
    goodbye: Buffer.from('5800000004', 'hex'),
    wrongUrls: ['file:./data/app.db', 'mysql://app@127.0.0.1:3306/app', 'nonsense'],
  };
}

/** Databases of a server of PostgreSQL. */
export const postgresqlStores = (server: URL, openLine?: OpenLine): Stores =>
  serverStores(server, engineOf(server), openLine);
