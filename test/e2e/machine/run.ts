import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Person } from './people.ts';

/** What a program said and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Where {
  readonly as: Person;
  readonly cwd: string;
  readonly path: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a program needs to know of the machine; nothing of the npm and the vitest that run us. */
const ofTheMachine =
  /^(?:LANG|LC_\w+|TZ|(?:https?|no)_proxy|\w*CERT\w*|\w*CA_BUNDLE|GIT_SSL_\w+|npm_config_(?:cafile|proxy|https_proxy|noproxy))$/iu;

/** The environment of a person who has just logged in. */
export function environmentOf({ as, path, env = {} }: Where): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => ofTheMachine.test(entry[0]) && entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(kept),
    HOME: as.home,
    PATH: path,
    npm_config_cache: as.npm.cache,
    npm_config_registry: as.npm.registry,
    npm_config_update_notifier: 'false',
    ...env,
  };
}

/** Starts a program without a shell, in a process group of its own. */
export function start(words: readonly [string, ...string[]], where: Where): ChildProcess {
  const [program, ...rest] = words;
  const { uid } = where.as;
  return spawn(program, rest, {
    cwd: where.cwd,
    env: environmentOf(where),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
}

/** Ends a program that `start` started, with all that it started itself. */
export function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, signal);
}

/** Runs a program to its end; no input, no terminal. */
export async function run(words: readonly [string, ...string[]], where: Where): Promise<Ran> {
  const child = start(words, where);
  const { promise, resolve, reject } = Promise.withResolvers<Ran>();
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.once('error', reject);
  child.once('close', (code) => {
    resolve({ code, stdout, stderr });
  });
  return promise;
}

/** Runs a program that must succeed; returns what it said on standard output. */
export async function must(words: readonly [string, ...string[]], where: Where): Promise<string> {
  const { code, stdout, stderr } = await run(words, where);
  if (code === 0) return stdout;
  throw new Error(`${words.join(' ')} ended with ${code} in ${where.cwd}\n${stdout}\n${stderr}`);
}
