import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync } from 'node:fs';
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

/** Far from what code may take for granted: zone and character set. */
const settings = ({ folder, certificate }: Place, port: number): readonly string[] => [
  `--port=${port}`,
  '--bind-address=127.0.0.1',
  '--skip-name-resolve',
  `--socket=${join(folder, 'socket')}`,
  '--default-time-zone=+05:45',
  '--character-set-server=latin1',
  `--ssl-cert=${certificate.certificate}`,
  `--ssl-key=${certificate.key}`,
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-flush-method=nosync',
];

async function connect(port: number, isAlive: () => boolean): Promise<Connection> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await createConnection({ host: '127.0.0.1', port, user: 'root' });
    } catch (error) {
      if (!isAlive() || Date.now() > end) throw error;
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

function makeData({ folder }: Place): readonly string[] {
  mkdirSync(folder, { recursive: true });
  if (isRoot) run(['chown', 'mysql', folder]);
  const data = [...(isRoot ? ['--user=mysql'] : []), `--datadir=${join(folder, 'data')}`];
  const access = ['--auth-root-authentication-method=normal', '--skip-test-db'];
  run(['mariadb-install-db', '--no-defaults', ...data, ...access]);
  return data;
}

async function start(place: Place): Promise<Started> {
  const [data, port] = [makeData(place), await freePort()];
  const log = openSync(join(place.folder, 'log'), 'a');
  const words = ['--no-defaults', ...data, ...settings(place, port)];
  const how = { cwd: '/', detached: true, stdio: ['ignore', log, log] } satisfies SpawnOptions;
  const child = spawn(pathOf(program) ?? program, words, how);
  child.unref();
  const password = randomBytes(16).toString('hex');
  try {
    const connection = await connect(port, () => child.exitCode === null);
    await createUser(connection, password).finally(() => {
      connection.destroy();
    });
  } catch (error) {
    child.kill();
    throw error;
  }
  const url = `mysql://${name}:${password}@127.0.0.1:${port}/${name}`;
  return { url, pid: child.pid ?? 0, signal: 'SIGTERM' };
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
};
