import { randomBytes } from 'node:crypto';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { connectionOptions } from '../../src/data/connection-options.ts';
import { testServerUrl } from './test-server.ts';

/** An empty database of its own for whoever asks, until they remove it. */
export async function createDatabase() {
  const prefix = process.env.TEST_DATABASE_PREFIX ?? 'test_';
  const name = `${prefix}${randomBytes(8).toString('hex')}`;
  const url = new URL(testServerUrl());
  url.pathname = `/${name}`;
  await atServer((connection) => connection.query(`create database ${name}`));
  return { url: url.href, remove: () => removeDatabases(name) };
}

/** Removes all databases whose names begin so. */
export async function removeDatabases(prefix: string): Promise<void> {
  await atServer(async (connection) => {
    const [rows] = await connection.query<RowDataPacket[]>(
      'select schema_name as name from information_schema.schemata where left(schema_name, ?) = ?',
      [prefix.length, prefix],
    );
    for (const { name } of rows) await connection.query(`drop database ${name}`);
  });
}

async function atServer<Result>(
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await createConnection(connectionOptions(testServerUrl()));
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}
