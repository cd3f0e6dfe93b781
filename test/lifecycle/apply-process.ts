import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { Task } from './apply-plans.ts';

const script = fileURLToPath(new URL('apply-child.ts', import.meta.url));

/** The children share what they compile, which halves their start. */
const cache = mkdtempSync(join(tmpdir(), 'groundwork-cache-'));
afterAll(() => {
  rmSync(cache, { recursive: true, force: true });
});

/** A process that has everything loaded and waits for its task. */
export async function startChild(): Promise<ChildProcess> {
  const child = fork(script, {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  await once(child, 'message');
  return child;
}

/** @returns what the child says: `done`, what `recover` returned, or the error */
export async function runTask(child: ChildProcess, task: Task): Promise<string> {
  const said = once(child, 'message');
  const ended = once(child, 'exit');
  child.send(task);
  const [answer] = (await said) as [string];
  await ended;
  return answer;
}
