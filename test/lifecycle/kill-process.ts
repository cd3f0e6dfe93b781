import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { environment, program } from './cli.ts';

/** A command to be killed, and how to see that it has begun to write. */
export interface Victim {
  readonly cwd: string;
  readonly words: readonly string[];
  readonly hasBegun: () => boolean;
}

const start = ({ cwd, words }: Victim): ChildProcess =>
  spawn(process.execPath, [program, ...words], { cwd, env: { ...environment }, stdio: 'ignore' });

/** When the first thing appeared on the disk, and when the process ended; in milliseconds. */
export interface Times {
  readonly first: number;
  readonly end: number;
}

const isAlive = (child: ChildProcess): boolean =>
  child.exitCode === null && child.signalCode === null;

/** Lets a command come to its end. */
export async function measure(victim: Victim): Promise<Times> {
  const begin = performance.now();
  const child = start(victim);
  let first = 0;
  while (isAlive(child)) {
    if (first === 0 && victim.hasBegun()) first = performance.now() - begin;
    await sleep(1);
  }
  expect(child.exitCode).toBe(0);
  return { first, end: performance.now() - begin };
}

/**
 * Kills a command at a random moment: two times of three while something is on the disk already,
 * for the rest of the time there is little to break.
 */
export async function killOnce(
  victim: Victim,
  { first, end }: Times,
  kill: number,
  random: () => number,
): Promise<void> {
  const child = start(victim);
  const ended = once(child, 'exit');
  if (kill % 3 === 0) await sleep(random() * end);
  else {
    while (isAlive(child) && !victim.hasBegun()) await sleep(1);
    await sleep(random() * (end - first));
  }
  child.kill('SIGKILL');
  await ended;
}
