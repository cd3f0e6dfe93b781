import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { sharedDatabaseUrl } from './database.ts';

const root = join(import.meta.dirname, '../..');

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A script of this project in a process of its own, with these environment variables alone. */
export function run(script: string, variables: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    cwd: root,
    env: variables,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const outcome = once(child, 'close').then(([code]): Outcome => ({ code, ...output }));
  return { child, outcome, url: () => listeningUrl(child, output) };
}

/** A server with a database of its own. */
export async function startServer(variables: Readonly<Record<string, string>> = {}) {
  const server = run('src/server.ts', {
    NODE_ENV: 'development',
    PORT: '0',
    DATABASE_URL: await sharedDatabaseUrl(),
    ...variables,
  });
  return { ...server, url: await server.url() };
}

async function listeningUrl(child: ChildProcess, output: { stdout: string; stderr: string }) {
  for (;;) {
    const url = /listening at (http:[^"]+)/.exec(output.stdout)?.[1];
    if (url) return url;
    if (child.exitCode !== null) throw new Error(output.stderr);
    await Promise.race([once(child.stdout!, 'data'), once(child, 'close')]);
  }
}
