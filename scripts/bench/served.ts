import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuOf } from './cpu-of.ts';

type Env = Readonly<Record<string, string>>;

/** How a back end is run, in words of a command line. */
export interface Program {
  readonly cwd: string;
  readonly serve: readonly string[];
  /** Empty where serving does it. */
  readonly migrate: readonly string[];
  readonly env: Env;
}

/** A back end in a process of its own whose CPU can be read. */
export interface Served {
  readonly origin: string;
  /** User and system time since it started, in microseconds. */
  readonly cpu: () => number;
  readonly stop: () => Promise<void>;
}

async function untilLive(origin: string, server: ChildProcess): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    if (server.exitCode !== null) break;
    await sleep(100);
    const live = await fetch(`${origin}/livez`).catch(() => undefined);
    if (live?.ok === true) return;
  }
  throw new Error(`${server.spawnargs.join(' ')} does not answer on ${origin}`);
}

/** Starts a back end with its log going nowhere, and waits until it answers. */
export async function serve(program: Program, port: number, more: Env): Promise<Served> {
  const env = { ...program.env, ...more, PORT: String(port), RATE_LIMIT_PER_MINUTE: '1000000' };
  const options = { cwd: program.cwd, env };
  const stdio: StdioOptions = ['ignore', 'ignore', 'inherit'];
  const [migrate, ...migration] = program.migrate;
  if (migrate !== undefined) execFileSync(migrate, migration, { ...options, stdio });
  const [command = '', ...words] = program.serve;
  const server = spawn(command, words, { ...options, stdio });
  const origin = `http://127.0.0.1:${port}`;
  const ended = once(server, 'exit');
  const stop = async () => {
    // A parent that is killed would leave its children behind.
    server.kill('SIGTERM');
    await ended;
  };
  try {
    await untilLive(origin, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, cpu: () => cpuOf(server.pid ?? 0), stop };
}
