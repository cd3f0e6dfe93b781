/**
 * `node test/servers/main.ts start FOLDER` starts every server that can run here; `stop FOLDER` ends
 * them. `FOLDER/environment`, read by a shell, tells the tests where they are.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { end } from './end.ts';
import { mysql } from './mysql.ts';
import { postgresql18 } from './postgresql-18.ts';
import { postgresql } from './postgresql.ts';
import { run } from './programs.ts';
import type { Certificate, Place, Server, Started } from './server.ts';

const servers: readonly Server[] = [postgresql, postgresql18, mysql];

function makeCertificate(folder: string): Certificate {
  const made = { certificate: join(folder, 'server.crt'), key: join(folder, 'server.key') };
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const files = ['-keyout', made.key, '-out', made.certificate];
  run(['openssl', 'req', '-x509', ...kind, ...names, '-days', '2', ...files]);
  run(['chmod', '644', made.key]);
  return made;
}

type Outcome = 'passed' | 'failed' | 'skipped';

/** Starts one, and tells how that went. */
async function startOne(server: Server, place: Place): Promise<Started | Outcome> {
  const excuse = server.excuse();
  if (excuse !== undefined) {
    console.info(`skipped: ${server.label}: ${excuse}`);
    return 'skipped';
  }
  const began = performance.now();
  try {
    const started = await server.start(place);
    console.info(`${server.label}: ${Math.round(performance.now() - began)} ms`);
    return started;
  } catch (error) {
    console.error(`${server.label} does not start: ${String(error)}`);
    return 'failed';
  }
}

/** In the words of the test runner, for whoever counts. */
function report(outcomes: readonly Outcome[]): void {
  const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length;
  const [numPassedTests, numFailedTests] = [count('passed'), count('failed')];
  if (numFailedTests > 0) process.exitCode = 1;
  const file = process.env['GROUNDWORK_RESULTS'];
  if (file === undefined) return;
  const numPendingTests = count('skipped');
  const numbers = { numPassedTests, numFailedTests, numPendingTests, numTodoTests: 0 };
  writeFileSync(file, JSON.stringify(numbers));
}

/** Starts them one after the other, and writes down each before it begins with the next. */
async function start(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const certificate = makeCertificate(folder);
  const variables = [['GROUNDWORK_SERVERS_CERTIFICATE', certificate.certificate]];
  const running: Started[] = [];
  const outcomes: Outcome[] = [];
  for (const server of servers) {
    const place = { folder: join(folder, server.variable.toLowerCase()), certificate };
    const outcome = await startOne(server, place);
    outcomes.push(typeof outcome === 'string' ? outcome : 'passed');
    if (typeof outcome === 'string') continue;
    running.push(outcome);
    variables.push([server.variable, outcome.url]);
    writeFileSync(join(folder, 'running.json'), JSON.stringify(running));
    const lines = variables.map(([variable, value]) => `export ${variable}='${value}'\n`);
    writeFileSync(join(folder, 'environment'), lines.join(''));
  }
  report(outcomes);
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
