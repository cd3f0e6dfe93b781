import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { recover } from '../../generators/core/apply/recover.ts';
import { put, snapshot } from '../unit/apply/files.ts';
import { makeFolder } from '../unit/apply/folder.ts';
import { oldFiles, plans, type Task } from './apply-plans.ts';
import { runTask, startChild } from './apply-process.ts';
import { seeded } from './seeded.ts';

const randomKills = 30;
const watchedKills = 8;

interface Scene {
  readonly folder: string;
  readonly task: Task;
  readonly journal: string;
}

function setUp(scene: Scene): void {
  for (const name of readdirSync(scene.folder))
    rmSync(join(scene.folder, name), { recursive: true });
  if (scene.task.plan === 'fresh') return;
  mkdirSync(scene.task.root, { recursive: true });
  put(scene.task.root, oldFiles);
}

/** Milliseconds from the order to the answer. */
async function measure(scene: Scene): Promise<number> {
  setUp(scene);
  const child = await startChild();
  const start = performance.now();
  expect(await runTask(child, scene.task)).toBe('done');
  return performance.now() - start;
}

async function killAfter(child: ChildProcess, scene: Scene, ms: number): Promise<void> {
  const ended = once(child, 'exit');
  child.send(scene.task);
  await sleep(ms);
  child.kill('SIGKILL');
  await ended;
}

async function killAtJournal(child: ChildProcess, scene: Scene, ms: number): Promise<void> {
  const ended = once(child, 'exit');
  child.send(scene.task);
  while (!existsSync(scene.journal) && child.connected) await turn();
  const until = performance.now() + ms;
  while (performance.now() < until);
  child.kill('SIGKILL');
  await ended;
}

async function killAll(scene: Scene, random: () => number): Promise<void> {
  setUp(scene);
  const before = snapshot(scene.folder);
  // The shortest of three: a kill that comes too late shows nothing.
  const duration = Math.min(await measure(scene), await measure(scene), await measure(scene));
  const after = snapshot(scene.folder);
  expect(Object.keys(after).length).toBeGreaterThan(150);

  const counts = { before: 0, committed: 0, ended: 0 };
  let next = startChild();
  for (let kill = 0; kill < randomKills + watchedKills; kill++) {
    setUp(scene);
    const child = await next;
    const watched = kill >= randomKills;
    if (watched) await killAtJournal(child, scene, random() * 0.1 * duration);
    else await killAfter(child, scene, random() * duration);
    next = startChild();
    const committed = existsSync(scene.journal);
    const recovered = await recover(scene.task.root);
    const now = snapshot(scene.folder);
    const isNew = Object.keys(now).length === Object.keys(after).length;
    expect(now, `kill ${String(kill)}`).toEqual(isNew ? after : before);
    if (committed) expect([isNew, recovered]).toEqual([true, 'finished']);
    else expect(recovered).not.toBe('finished');
    counts[committed ? 'committed' : isNew ? 'ended' : 'before'] += 1;
  }
  (await next).kill('SIGKILL');
  console.log(
    `${scene.task.plan}: a write takes ${duration.toFixed(0)} ms; killed before the commit point ${String(counts.before)}, after it ${String(counts.committed)}, at the end ${String(counts.ended)}`,
  );
  expect(counts.before).toBeGreaterThan(0);
  expect(counts.committed).toBeGreaterThan(0);
}

test.concurrent.for([
  ['an absent root', 'fresh', 'made/here/root'],
  ['a root with files', 'change', 'root'],
] as const)(
  'killed at any moment of writing %s: all old or all new',
  { timeout: 120_000 },
  async ([, plan, path], it) => {
    const seed = Number(process.env['GROUNDWORK_SEED'] ?? Date.now() % 2 ** 31);
    console.log(`${plan}: GROUNDWORK_SEED=${String(seed)}`);
    const folder = makeFolder(it.onTestFinished);
    const root = join(folder, path);
    const journal = join(root, '.groundwork/txn/journal.json');
    await killAll({ folder, task: { root, plan }, journal }, seeded(seed));
  },
);

test('the plan of this test does what it says', () => {
  const kinds = new Set(plans.change.map((it) => `${it.kind} ${String(it.expected !== 'absent')}`));
  expect([...kinds].toSorted()).toEqual(['delete true', 'write false', 'write true']);
});
