import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { applyOperations } from '../../generators/core/apply/transaction.ts';
import { Refusal } from '../../generators/core/refusal.ts';
import { leaveCommitted } from '../unit/apply/committed.ts';
import { file, put, snapshot, write } from '../unit/apply/files.ts';
import { makeFolder } from '../unit/apply/folder.ts';
import { plans, type Task } from './apply-plans.ts';
import { runTask, startChild } from './apply-process.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

function canMount(): boolean {
  if (!isRoot) return false;
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

const mounts = canMount();
if (!isRoot) console.log('skipped: foreign owners need root');
if (!mounts) console.log('skipped: full, read-only and other disks need the right to mount');

function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder]);
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
}

const run = async (task: Task): Promise<string> => runTask(await startChild(), task);

/** As an ordinary user, whoever runs the tests. */
const asUser = (task: Task): Task => (isRoot ? { ...task, uid: nobody } : task);

function giveToUser(...paths: readonly string[]): void {
  if (isRoot) for (const path of paths) chownSync(path, nobody, nobody);
}

describe('without the permission, nothing is written', () => {
  test.each([
    ['of the root', 'root'],
    ['of a folder further down', 'root/b'],
  ])('%s', async (_, locked) => {
    const folder = makeFolder();
    put(folder, { 'root/b/y': 'y' });
    giveToUser(folder, join(folder, 'root'), join(folder, 'root/b'));
    chmodSync(join(folder, locked), 0o555);
    const before = snapshot(folder);
    const answer = await run(asUser({ root: join(folder, 'root'), plan: 'one' }));
    expect(answer).toMatch(
      /^Refusal: "[^"]+" could not be written: the permission is missing, .*; nothing was changed\.$/,
    );
    expect(snapshot(folder)).toEqual(before);
    chmodSync(join(folder, locked), 0o755);
  });

  test('of the folder that is to hold the root', async () => {
    const folder = makeFolder();
    giveToUser(folder);
    chmodSync(folder, 0o555);
    const answer = await run(asUser({ root: join(folder, 'a/root'), plan: 'one' }));
    expect(answer).toContain('the permission is missing');
    expect(snapshot(folder)).toEqual({});
    chmodSync(folder, 0o755);
  });

  test.skipIf(!isRoot)('found out only midway: all is taken back', async () => {
    const root = makeFolder();
    put(root, { 'sticky/mine': 'old' });
    chmodSync(join(root, 'sticky'), 0o1777);
    giveToUser(root);
    const before = snapshot(root);
    const answer = await run({ root, plan: 'sticky', uid: nobody });
    expect(answer).toMatch(
      /^Refusal: "sticky\/mine" could .* permission .*; everything is as it was before\.$/,
    );
    expect(snapshot(root)).toEqual(before);
  });
});

const sixFolders = [0, 1, 2, 3, 4, 5].map((index) => write(`d${String(index)}/e/f`, 'new'));

describe.skipIf(!mounts)('on a disk that is', () => {
  test.each(['absent', 'present'])('full, the root %s: nothing is written', async (kind) => {
    const disk = makeFolder();
    mount(disk, 'size=256k');
    if (kind === 'present') put(disk, { 'root/keep': 'k' });
    const before = snapshot(disk);
    const applied = applyOperations(join(disk, 'root'), plans.fresh);
    await expect(applied).rejects.toThrow(/^"d.* the disk is full, .*; nothing was changed\.$/);
    expect(snapshot(disk)).toEqual(before);
  });

  test.each(['.', 'made/root'])(
    'full from any one file on, the root %s: nothing is written, or everything',
    async (path) => {
      const outcomes = new Set<string>();
      for (let inodes = 3; inodes < 36; inodes++) {
        const disk = makeFolder();
        mount(disk, `nr_inodes=${String(inodes)}`);
        put(disk, { keep: 'k' });
        const error = await applyOperations(join(disk, path), sixFolders).catch(
          (cause: Error) => cause,
        );
        expect(snapshot(disk)).toMatchObject({ keep: file('k') });
        const found = Object.keys(snapshot(join(disk, error ? '.' : path)));
        expect(found.filter((name) => name !== 'keep')).toHaveLength(error ? 0 : 18);
        if (error) expect(error).toBeInstanceOf(Refusal);
        expect(error?.message ?? '').not.toContain('.groundwork');
        outcomes.add(error ? (/; ([^;]*)\.$/.exec(error.message)?.[1] ?? '') : 'done');
      }
      expect([...outcomes]).toEqual([
        'nothing was changed',
        'everything is as it was before',
        'done',
      ]);
    },
  );

  test('read-only', async () => {
    const disk = makeFolder();
    mount(disk, 'ro');
    await expect(applyOperations(disk, plans.one)).rejects.toThrow('the file system is read-only');
    await expect(applyOperations(join(disk, 'a'), plans.one)).rejects.toThrow('is read-only');
  });

  test('another one than that of the project, for one folder', async () => {
    const root = makeFolder();
    mkdirSync(join(root, 'b'));
    mount(join(root, 'b'), 'size=1m');
    await expect(applyOperations(root, plans.one)).rejects.toThrow(
      '"b" lies on another file system',
    );
    expect(snapshot(root)).toEqual({ b: 'folder' });
  });
});

/** Three processes with one task, at once. */
const runThree = async (task: Task): Promise<string[]> => {
  const children = await Promise.all([1, 2, 3].map(startChild));
  return Promise.all(children.map((child) => runTask(child, task)));
};

describe('several processes at once', () => {
  test.each(['a/root', 'a/root', 'root', 'root'])(
    'writing %s: one writes, the others are refused',
    async (path) => {
      const folder = makeFolder();
      const root = join(folder, path);
      if (path === 'root') mkdirSync(root);
      const answers = await runThree({ root, plan: 'fresh' });
      expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
      for (const answer of answers) {
        // The last: it came when the first was done, and its plan was out of date.
        expect(answer).toMatch(
          /^done$|another groundwork \(pid \d+\) is writing here|" changed while/,
        );
      }
      const files = Object.values(snapshot(root)).filter((content) => content !== 'folder');
      expect(files).toHaveLength(150);
      expect(Object.keys(snapshot(folder)).filter((name) => name.includes('.groundwork'))).toEqual(
        [],
      );
    },
  );

  test.each([1, 2, 3])('recovering: one finishes, round %i', async () => {
    const root = makeFolder();
    await leaveCommitted(root, plans.fresh);
    const answers = await runThree({ root, plan: 'fresh', recoverOnly: true });
    expect(answers.filter((answer) => answer === 'finished')).toHaveLength(1);
    for (const answer of answers) expect(answer).toMatch(/^finished$|^nothing$|another groundwork/);
    expect(Object.keys(snapshot(root)).filter((name) => name.includes('.groundwork'))).toEqual([]);
    expect(Object.values(snapshot(root)).filter((content) => content !== 'folder')).toHaveLength(
      150,
    );
  });
});

test('a name that the disk refuses is a sentence', async () => {
  const root = makeFolder();
  writeFileSync(join(root, 'a'), '');
  await expect(applyOperations(root, [write('é'.repeat(200), '')])).rejects.toThrow('too long');
});
