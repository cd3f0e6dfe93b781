/**
 * `node test/servers/main.ts start FOLDER` starts every server that can run here; `stop FOLDER` ends
 * them. `FOLDER/environment`, read by a shell, tells the tests where they are.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mysql } from './mysql.ts';
import { postgresql18 } from './postgresql-18.ts';
import { postgresql } from './postgresql.ts';
import { run } from './programs.ts';
import type { Certificate, Server, Started } from './server.ts';

const servers: readonly Server[] = [postgresql, postgresql18, mysql];
const patience = 30_000;

function makeCertificate(folder: string): Certificate {
  const made = { certificate: join(folder, 'server.crt'), key: join(folder, 'server.key') };
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const files = ['-keyout', made.key, '-out', made.certificate];
  run(['openssl', 'req', '-x509', ...kind, ...names, '-days', '2', ...files]);
  run(['chmod', '644', made.key]);
  return made;
}

/** What to tell about one server: where it is, or why it is not. */
async function startOne(
  server: Server,
  folder: string,
  certificate: Certificate,
): Promise<Started | undefined> {
  const excuse = server.excuse();
  if (excuse !== undefined) {
    console.info(`skipped: ${server.label}: ${excuse}`);
    return undefined;
  }
  const began = performance.now();
  const place = { folder: join(folder, server.variable.toLowerCase()), certificate };
  const started = await server.start(place);
  console.info(`${server.label}: ${Math.round(performance.now() - began)} ms`);
  return started;
}

/** Starts them one after the other, and writes down each before it begins with the next. */
async function start(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const certificate = makeCertificate(folder);
  const variables = [['GROUNDWORK_SERVERS_CERTIFICATE', certificate.certificate]];
  const running: Started[] = [];
  for (const server of servers) {
    try {
      const started = await startOne(server, folder, certificate);
      if (started === undefined) continue;
      running.push(started);
      variables.push([server.variable, started.url]);
    } catch (error) {
      console.error(`${server.label} does not start: ${String(error)}`);
      process.exitCode = 1;
    }
    writeFileSync(join(folder, 'running.json'), JSON.stringify(running));
    const lines = variables.map(([variable, value]) => `export ${variable}='${value}'\n`);
    writeFileSync(join(folder, 'environment'), lines.join(''));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function end({ pid, signal }: Started): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, signal);
  for (let waited = 0; isAlive(pid) && waited < patience; waited += 50) await wait(50);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

async function stop(folder: string): Promise<void> {
  const list = join(folder, 'running.json');
  if (!existsSync(list)) return;
  await Promise.all((JSON.parse(readFileSync(list, 'utf8')) as Started[]).map(end));
}

const [verb, folder] = process.argv.slice(2);
if (folder === undefined || (verb !== 'start' && verb !== 'stop')) {
  console.error('usage: node test/servers/main.ts start|stop FOLDER');
  process.exitCode = 2;
} else await (verb === 'start' ? start : stop)(resolve(folder));
