import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { snapshot } from '../unit/apply/files.ts';
import { bare, emptyFolder, environment, groundwork, program } from './cli.ts';
import { withoutSecrets } from './without-secrets.ts';

const kills = 30;

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = ['new', 'shop', ...bare] as const;

const start = (cwd: string) =>
  spawn(process.execPath, [program, ...words], { cwd, env: { ...environment }, stdio: 'ignore' });

interface Times {
  /** When the first thing appeared on the disk, and when the process ended; in milliseconds. */
  readonly first: number;
  readonly end: number;
}

async function measure(cwd: string): Promise<Times> {
  const begin = performance.now();
  const child = start(cwd);
  let first = 0;
  while (child.exitCode === null) {
    if (first === 0 && readdirSync(cwd).length > 0) first = performance.now() - begin;
    await sleep(1);
  }
  expect(child.exitCode).toBe(0);
  return { first, end: performance.now() - begin };
}

async function killAfter(cwd: string, ms: number): Promise<void> {
  const child = start(cwd);
  const ended = once(child, 'exit');
  await sleep(ms);
  child.kill('SIGKILL');
  await ended;
}

/** What a kill left: nothing, something unfinished, or the whole. */
function leftIn(cwd: string, whole: object): 'nothing' | 'unfinished' | 'whole' {
  const found = snapshot(cwd);
  if (Object.keys(found).length === 0) return 'nothing';
  return Object.keys(found).length === Object.keys(whole).length ? 'whole' : 'unfinished';
}

test('killed at any moment, the same command leaves the whole project and nothing else', async () => {
  const seed = Number(process.env['GROUNDWORK_SEED'] ?? Date.now() % 2 ** 31);
  const random = seeded(seed);
  const folder = emptyFolder();
  const at = (name: string): string => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  await measure(at('warm'));
  const { first, end } = await measure(at('undisturbed'));
  const whole = withoutSecrets(join(folder, 'undisturbed'));
  const left = { nothing: 0, unfinished: 0, whole: 0 };
  for (let kill = 0; kill < kills; kill++) {
    // Two of three while something is on the disk already: the rest of the time there is little to break.
    const from = kill % 3 === 0 ? 0 : first - 10;
    const cwd = at(`kill-${kill}`);
    await killAfter(cwd, from + random() * (end - from));
    const was = leftIn(cwd, whole);
    left[was] += 1;
    const again = await groundwork(words, { cwd });
    expect(again.code, `seed ${seed}, kill ${kill}: ${again.stderr}`).toBe(was === 'whole' ? 1 : 0);
    expect(withoutSecrets(cwd), `seed ${seed}, kill ${kill}`).toEqual(whole);
  }
  console.log(
    `GROUNDWORK_SEED=${seed}: a run takes ${end.toFixed(0)} ms, writing from ${first.toFixed(0)}; left ${JSON.stringify(left)}`,
  );
});
