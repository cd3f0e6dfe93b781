import { randomBytes } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../contract/free-port.ts';
import { isRoot, run } from './programs.ts';
import { name } from './server.ts';
import type { Place, Started } from './server.ts';

const user = 'postgres';

/** Far from what code may take for granted: language, zone and order of letters. */
const settings = ({ folder }: Place, port: number): readonly string[] => [
  `port = ${port}`,
  `listen_addresses = '127.0.0.1'`,
  `unix_socket_directories = '${folder}'`,
  `timezone = 'Asia/Kathmandu'`,
  `datestyle = 'ISO, DMY'`,
  'ssl = on',
  'max_connections = 200',
  'fsync = off',
  'synchronous_commit = off',
  'full_page_writes = off',
];

const strange = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US'];

async function createUser(origin: string, password: string, root: string): Promise<void> {
  const client = new Client(`postgres://${user}:${root}@${origin}/postgres`);
  await client.connect();
  await client.query(`create role ${name} login createdb password '${password}'`);
  await client.query(`create database ${name} owner ${name}`);
  await client.end();
}

/** Starts a cluster, and returns the process that rules it. */
export function resumeCluster(programs: string, { folder }: Place): number {
  const data = join(folder, 'data');
  const words = ['-D', data, '-w', '-l', join(folder, 'log'), 'start'];
  run([join(programs, 'pg_ctl'), ...words], { as: user, env: { TZ: 'UTC' } });
  const [pid = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  return Number(pid);
}

/** Makes a cluster with these programs and starts it. */
export async function startCluster(programs: string, place: Place): Promise<Started> {
  const { folder, certificate } = place;
  const [data, secret] = [join(folder, 'data'), join(folder, 'password')];
  const [root, password] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
  mkdirSync(folder, { recursive: true });
  writeFileSync(secret, root);
  if (isRoot) run(['chown', '-R', user, folder]);
  const access = ['--username', user, '--auth=scram-sha-256', `--pwfile=${secret}`];
  const initdb = join(programs, 'initdb');
  run([initdb, '-D', data, ...access, '--encoding=UTF8', '--no-sync', ...strange], {
    as: user,
  });
  const port = await freePort();
  appendFileSync(join(data, 'postgresql.conf'), `${settings(place, port).join('\n')}\n`);
  copyFileSync(certificate.certificate, join(data, 'server.crt'));
  copyFileSync(certificate.key, join(data, 'server.key'));
  if (isRoot) run(['chown', user, join(data, 'server.crt'), join(data, 'server.key')]);
  run(['chmod', '600', join(data, 'server.key')]);
  const pid = resumeCluster(programs, place);
  const origin = `127.0.0.1:${port}`;
  await createUser(origin, password, root);
  const url = `postgres://${name}:${password}@${origin}/${name}`;
  return { url, pid, signal: 'SIGINT' };
}
