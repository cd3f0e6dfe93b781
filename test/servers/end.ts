import { setTimeout as wait } from 'node:timers/promises';
import type { Started } from './server.ts';

const patience = 30_000;

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Resolves once a server is gone: asked to, or else killed. */
export async function end({ pid, signal }: Pick<Started, 'pid' | 'signal'>): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, signal);
  for (let waited = 0; isAlive(pid) && waited < patience; waited += 50) await wait(50);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}
