import { createConnection } from 'mysql2/promise';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { serverStores } from './server-stores.ts';
import type { Engine, OpenLine } from './server-stores.ts';
import type { Stores } from './store.ts';

type Rows = readonly RowDataPacket[];

/** Works in a connection of its own, in which tables may be dropped in any order. */
async function withConnection<T>(server: URL, work: (connection: Connection) => Promise<T>) {
  const connection = await createConnection(server.href);
  try {
    await connection.query('set foreign_key_checks = 0');
    return await work(connection);
  } finally {
    connection.destroy();
  }
}

async function tablesOf(connection: Connection, database: string): Promise<readonly string[]> {
  const [rows] = await connection.query(
    'select table_name as name from information_schema.tables where table_schema = ?',
    [database],
  );
  return (rows as Rows).map((row) => String(row['name']));
}

/** There is no way to copy a database as a whole. */
async function copy(connection: Connection, from: string, to: string): Promise<void> {
  await connection.query(`create database ${to}`);
  await connection.query(`use ${to}`);
  for (const table of await tablesOf(connection, from)) {
    const [rows] = await connection.query(`show create table ${from}.\`${table}\``);
    await connection.query(String((rows as Rows)[0]?.['Create Table']));
    await connection.query(`insert into ${to}.\`${table}\` select * from ${from}.\`${table}\``);
  }
}

function engineOf(server: URL): Engine {
  const tell = (sql: string) =>
    withConnection(server, async (connection) => {
      await connection.query(sql);
    });
  return {
    createDatabase: (name) => tell(`create database ${name}`),
    copyDatabase: (from, to) => withConnection(server, (connection) => copy(connection, from, to)),
    dropDatabase: (name) => tell(`drop database if exists ${name}`),
    dropTables: (name) =>
      withConnection(server, async (connection) => {
        for (const table of await tablesOf(connection, name)) {
          await connection.query(`drop table ${name}.\`${table}\``);
        }
      }),
    countSessions: (name) =>
      withConnection(server, async (connection) => {
        const [rows] = await connection.query(
          'select count(*) as count from information_schema.processlist where db = ?',
          [name],
        );
        return Number((rows as Rows)[0]?.['count']);
      }),
    endSessions: (name) =>
      withConnection(server, async (connection) => {
        const [rows] = await connection.query(
          'select id from information_schema.processlist where db = ?',
          [name],
        );
        for (const { id } of rows as Rows) await connection.query('kill ?', [id]);
      }),
    goodbye: Buffer.from('0100000001', 'hex'),
    wrongUrls: ['file:./data/app.db', 'postgres://app@127.0.0.1:5432/app', 'nonsense'],
  };
}

/** Databases of a server of MySQL or MariaDB. */
export const mysqlStores = (server: URL, openLine?: OpenLine): Stores =>
  serverStores(server, engineOf(server), openLine);
