import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { freePort } from '../contract/free-port.ts';
import { install, isRoot, pathOf, run, whyNoPackages } from './programs.ts';
import { name } from './server.ts';
import type { Place, Server, Started } from './server.ts';

const program = 'mariadbd';
const patience = 30_000;

const dataIn = (folder: string): string => join(folder, 'data');
const settingsIn = (folder: string): string => join(folder, 'settings.cnf');

/** Far from what code may take for granted: zone and character set. */
const settings = ({ folder, certificate }: Place, port: number): readonly string[] => [
  '[mariadbd]',
  `datadir=${dataIn(folder)}`,
  `port=${port}`,
  'bind-address=127.0.0.1',
  'skip-name-resolve',
  `socket=${join(folder, 'socket')}`,
  'default-time-zone=+05:45',
  'character-set-server=latin1',
  `ssl-cert=${certificate.certificate}`,
  `ssl-key=${certificate.key}`,
  'innodb-flush-log-at-trx-commit=0',
  'innodb-flush-method=nosync',
  ...(isRoot ? ['user=mysql'] : []),
];

/** Asks until it gets an answer, were it that nobody is let in. */
async function untilItTakesConnections({ folder }: Place, server: ChildProcess): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      const connection = await createConnection({ socketPath: join(folder, 'socket') });
      connection.destroy();
      return;
    } catch (error) {
      if (String(error).includes('Access denied')) return;
      if (server.exitCode !== null || Date.now() > end) throw error;
      await wait(50);
    }
  }
}

/** A user with a password; those without one, which a new server has, leave. */
async function createUser(connection: Connection, password: string): Promise<void> {
  const [open] = await connection.query<RowDataPacket[]>(
    `select User as name, Host as host from mysql.user where User in ('', 'root')`,
  );
  await connection.query(`create user ${name}@'%' identified by '${password}'`);
  await connection.query(`grant all privileges on *.* to ${name}@'%'`);
  await connection.query(`create database ${name}`);
  for (const each of open) await connection.query('drop user ?@?', [each['name'], each['host']]);
}

function makeData(place: Place, port: number): void {
  const { folder } = place;
  mkdirSync(folder, { recursive: true });
  if (isRoot) run(['chown', 'mysql', folder]);
  writeFileSync(settingsIn(folder), `${settings(place, port).join('\n')}\n`);
  const access = ['--auth-root-authentication-method=normal', '--skip-test-db'];
  run(['mariadb-install-db', `--defaults-file=${settingsIn(folder)}`, ...access]);
}

async function resume(place: Place): Promise<number> {
  const log = openSync(join(place.folder, 'log'), 'a');
  const words = [`--defaults-file=${settingsIn(place.folder)}`];
  const how = { cwd: '/', detached: true, stdio: ['ignore', log, log] } satisfies SpawnOptions;
  const child = spawn(pathOf(program) ?? program, words, how);
  child.unref();
  try {
    await untilItTakesConnections(place, child);
  } catch (error) {
    child.kill();
    throw error;
  }
  return child.pid ?? 0;
}

async function start(place: Place): Promise<Started> {
  const port = await freePort();
  makeData(place, port);
  const pid = await resume(place);
  const password = randomBytes(16).toString('hex');
  const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' });
  await createUser(connection, password).finally(() => {
    connection.destroy();
  });
  const url = `mysql://${name}:${password}@127.0.0.1:${port}/${name}`;
  return { url, pid, signal: 'SIGTERM' };
}

/** Stands in for MySQL, of which there is no package. */
export const mysql: Server = {
  label: "MariaDB, Debian's",
  variable: 'GROUNDWORK_MYSQL_URL',
  excuse: () => (pathOf(program) === undefined ? whyNoPackages() : undefined),
  start: (place) => {
    if (pathOf(program) === undefined) install('mariadb-server');
    return start(place);
  },
  resume,
};
