import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A back end in a process of its own whose CPU can be read. */
export interface Served {
  readonly origin: string;
  /** User and system time since it started, in microseconds. */
  readonly cpu: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

async function cpuOf(server: ChildProcess): Promise<number> {
  const answered = once(server, 'message');
  server.send('cpu');
  const [{ user, system }] = (await answered) as [NodeJS.CpuUsage];
  return user + system;
}

async function untilLive(origin: string, server: ChildProcess): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    if (server.exitCode !== null) break;
    await sleep(100);
    const live = await fetch(`${origin}/livez`).catch(() => undefined);
    if (live?.ok === true) return;
  }
  throw new Error(`${server.spawnfile} does not answer on ${origin}`);
}

/** Starts `script` with its log going nowhere, and waits until it answers. */
export async function serve(
  script: string,
  cwd: string,
  databaseUrl: string,
  port: number,
  secret: string,
): Promise<Served> {
  const server = fork(script, {
    cwd,
    execArgv: ['--import', join(import.meta.dirname, 'report-cpu.ts')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      NODE_ENV: 'development',
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      RATE_LIMIT_PER_MINUTE: '1000000',
      ...(secret === '' ? {} : { JWT_SECRET: secret }),
    },
  });
  const origin = `http://127.0.0.1:${port}`;
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill('SIGKILL');
    await ended;
  };
  try {
    await untilLive(origin, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, cpu: () => cpuOf(server), stop };
}
