import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** An empty database for each of two back ends. */
export interface Databases {
  readonly urls: readonly [string, string];
  readonly remove: () => Promise<void>;
}

/** Files, in memory where there is such a folder: what a disk takes to sync would hide what we measure. */
export function databaseFiles(): Databases {
  const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(join(parent, 'groundwork-bench-'));
  return {
    urls: [`file:${join(folder, '0.db')}`, `file:${join(folder, '1.db')}`],
    remove: async () => {
      rmSync(folder, { recursive: true });
      await Promise.resolve();
    },
  };
}

/** Databases of a server of PostgreSQL, as a user who may create them. */
export async function databasesOf(server: string): Promise<Databases> {
  const names = [0, 1].map(() => `bench_${randomBytes(8).toString('hex')}`);
  const tell = async (sql: (name: string) => string) => {
    const client = new Client(server);
    await client.connect();
    for (const name of names) await client.query(sql(name));
    await client.end();
  };
  await tell((name) => `create database ${name}`);
  const [one = '', other = ''] = names.map((name) => new URL(`/${name}`, server).href);
  // Not by force, which fails while a database is vacuumed: without, the server sees to that.
  return { urls: [one, other], remove: () => tell((name) => `drop database ${name}`) };
}
