import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { recover } from '../../../generators/core/apply/recover.ts';
import { applyOperations } from '../../../generators/core/apply/transaction.ts';
import { replayEntry } from '../../../generators/core/apply/replay.ts';
import { undoEntry } from '../../../generators/core/apply/undo.ts';
import { readJournal } from '../../../generators/core/apply/journal.ts';
import { leaveCommitted } from './committed.ts';
import { file, put, remove, snapshot, write } from './files.ts';
import { makeFolder } from './folder.ts';

const old = { 'a.txt': 'a', 'b/c.txt': 'c', 'keep.txt': 'k' };
const plan = [write('n/e/w.txt', 'n'), write('a.txt', 'A', 'a'), remove('b/c.txt', 'c')];
const allNew = {
  'a.txt': file('A'),
  'keep.txt': file('k'),
  n: 'folder',
  'n/e': 'folder',
  'n/e/w.txt': file('n'),
};
const allOld = { 'a.txt': file('a'), b: 'folder', 'b/c.txt': file('c'), 'keep.txt': file('k') };

let root = '';
beforeEach(() => {
  root = makeFolder();
  put(root, old);
});

const step = (index: number): void => {
  const entry = readJournal(root).entries[index];
  if (entry) replayEntry(root, entry, index);
};

const git = (...args: readonly string[]): void => {
  execFileSync('git', ['-C', root, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args]);
};

const journalFile = (): string => join(root, '.groundwork/txn/journal.json');

/** Rewrites the journal as somebody else might. */
const forge = (change: (text: string) => string): void => {
  writeFileSync(journalFile(), change(readFileSync(journalFile(), 'utf8')));
};

test('finds nothing where nothing was left, not even a root', async () => {
  expect(await recover(root)).toBe('nothing');
  expect(await recover(join(root, 'absent/deeper'))).toBe('nothing');
  expect(snapshot(root)).toEqual(allOld);
});

test.each([0, 1, 2, 3])('finishes what was killed after %i steps', async (steps) => {
  await leaveCommitted(root, plan);
  for (let index = 0; index < steps; index++) step(index);
  expect(await recover(root)).toBe('finished');
  expect(snapshot(root)).toEqual(allNew);
  expect(await recover(root)).toBe('nothing');
});

test.each([0, 1, 2, 3])('finishes what was killed with %i steps taken back', async (steps) => {
  await leaveCommitted(root, plan);
  for (const index of [0, 1, 2]) step(index);
  for (const index of [2, 1, 0].slice(0, steps)) {
    const entry = readJournal(root).entries[index];
    if (entry) undoEntry(root, entry, index);
  }
  expect(await recover(root)).toBe('finished');
  expect(snapshot(root)).toEqual(allNew);
});

test('drops what was killed before the commit point', async () => {
  await leaveCommitted(root, plan);
  rmSync(journalFile());
  expect(await recover(root)).toBe('dropped');
  expect(snapshot(root)).toEqual(allOld);
});

test('removes a root that was made for what is dropped', async () => {
  const folder = makeFolder();
  await leaveCommitted(join(folder, 'a/b'), [write('x', '1')]);
  rmSync(join(folder, 'a/b/.groundwork/txn/journal.json'));
  expect(await recover(join(folder, 'a/b'))).toBe('dropped');
  expect(snapshot(folder)).toEqual({});
});

test('the next write recovers first', async () => {
  await leaveCommitted(root, plan);
  await applyOperations(root, [write('more', 'm')]);
  expect(snapshot(root)).toEqual({ ...allNew, more: file('m') });
});

describe('takes everything back, and loses no edit, when', () => {
  test('a target that was still to be replaced was edited', async () => {
    await leaveCommitted(root, plan);
    step(0);
    writeFileSync(join(root, 'a.txt'), 'edited');
    expect(await recover(root)).toBe('dropped');
    expect(snapshot(root)).toEqual({ ...allOld, 'a.txt': file('edited') });
  });

  test('a target that was still to be replaced was deleted', async () => {
    await leaveCommitted(root, plan);
    rmSync(join(root, 'a.txt'));
    expect(await recover(root)).toBe('dropped');
    const { 'a.txt': _, ...others } = allOld;
    expect(snapshot(root)).toEqual(others);
  });

  test('a file that was still to be deleted was edited', async () => {
    await leaveCommitted(root, plan);
    step(0);
    step(1);
    writeFileSync(join(root, 'b/c.txt'), 'edited');
    expect(await recover(root)).toBe('dropped');
    expect(snapshot(root)).toEqual({ ...allOld, 'b/c.txt': file('edited') });
  });

  test('staged content is damaged', async () => {
    await leaveCommitted(root, plan);
    step(0);
    writeFileSync(join(root, '.groundwork/txn/1.new'), 'other');
    expect(await recover(root)).toBe('dropped');
    expect(snapshot(root)).toEqual(allOld);
  });

  test('staged content is a link', async () => {
    await leaveCommitted(root, plan);
    rmSync(join(root, '.groundwork/txn/1.new'));
    symlinkSync(join(root, 'keep.txt'), join(root, '.groundwork/txn/1.new'));
    expect(await recover(root)).toBe('dropped');
    expect(snapshot(root)).toEqual(allOld);
  });
});

test('edits on both sides of the point of the kill are kept and named, until one is moved away', async () => {
  await leaveCommitted(root, plan);
  step(0);
  writeFileSync(join(root, 'n/e/w.txt'), 'edit 1');
  writeFileSync(join(root, 'a.txt'), 'edit 2');
  await expect(recover(root)).rejects.toThrow('"n/e/w.txt" was edited');
  expect(existsSync(journalFile())).toBe(true);
  expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('edit 2');
  rmSync(join(root, 'n/e/w.txt'));
  expect(await recover(root)).toBe('dropped');
  expect(snapshot(root)).toEqual({ ...allOld, 'a.txt': file('edit 2') });
});

const expectRefused = async (why: string): Promise<void> => {
  const files = (): Record<string, string> =>
    Object.fromEntries(Object.entries(snapshot(root)).filter(([name]) => !name.startsWith('.')));
  const before = files();
  await expect(recover(root)).rejects.toThrow(why);
  expect(files()).toEqual(before);
  expect(existsSync(journalFile())).toBe(true);
};

test('a file made anew after its deletion is kept and named', async () => {
  await leaveCommitted(root, plan);
  step(2);
  put(root, { 'b/c.txt': 'again' });
  await expect(recover(root)).rejects.toThrow('"b/c.txt" was edited');
  expect(readFileSync(join(root, 'b/c.txt'), 'utf8')).toBe('again');
  expect(existsSync(journalFile())).toBe(true);
});

test('a link that is swapped in after the commit point is not followed', async () => {
  const outside = makeFolder();
  await leaveCommitted(root, plan);
  symlinkSync(outside, join(root, 'n'));
  expect(() => {
    step(0);
  }).toThrow('symbolic link');
  expect(snapshot(outside)).toEqual({});
});

describe('refuses, and touches nothing, when', () => {
  beforeEach(async () => {
    await leaveCommitted(root, plan);
  });

  test.each([
    ['leads out', 'n/e/w.txt', '../../../tmp/x', '. or ..'],
    ['is absolute', 'n/e/w.txt', '/tmp/x', 'absolute'],
    ['lies in .git', 'n/e/w.txt', '.git/hooks/pre-commit', 'in .git'],
    ['differs only in case', 'n/e/w.txt', 'A.txt', 'differs only in case'],
  ])('a path of the journal %s', async (_, from, to, why) => {
    forge((text) => text.replaceAll(`"${from}"`, JSON.stringify(to)));
    await expectRefused(why);
  });

  test('a folder of the journal leads out', async () => {
    forge((text) => text.replace('"n/e"]', '"../x"]'));
    await expectRefused('. or ..');
  });

  test('the version is unknown', async () => {
    forge((text) => text.replace('"version":1', '"version":2'));
    await expectRefused('journal version 2');
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, 50)],
    ['no object', () => 'null'],
    ['without entries', (text: string) => text.replace('"entries"', '"other"')],
    ['with an impossible mode', (text: string) => text.replace('"mode":420', '"mode":2541')],
    ['with a wrong hash', (text: string) => text.replace(/"sha256":"[\da-f]+"/, '"sha256":"0"')],
    ['with an unknown kind', (text: string) => text.replace('"delete"', '"execute"')],
  ])('the journal is %s', async (_, change) => {
    forge(change);
    await expectRefused('is damaged');
  });

  test('a link leads out of the root', async () => {
    const outside = makeFolder();
    put(outside, { 'c.txt': 'c' });
    rmSync(join(root, 'b'), { recursive: true });
    symlinkSync(outside, join(root, 'b'));
    await expectRefused('symbolic link');
    expect(snapshot(outside)).toEqual({ 'c.txt': file('c') });
  });

  test('the journal is a link', async () => {
    const text = readFileSync(journalFile(), 'utf8');
    rmSync(journalFile());
    writeFileSync(join(root, 'keep.txt'), text);
    symlinkSync('../../keep.txt', journalFile());
    await expectRefused('symbolic link');
  });

  test('git tracks the journal', async () => {
    git('init', '-q');
    git('add', '-f', '.');
    git('commit', '-qm', 'x');
    await expectRefused('tracked by git');
  });

  test('git tracks the journal of a root further down', async () => {
    const inner = join(root, 'inner');
    mkdirSync(inner);
    await leaveCommitted(inner, [write('x', '1')]);
    git('init', '-q');
    git('add', '-f', 'inner');
    await expect(recover(inner)).rejects.toThrow('tracked by git');
  });

  test('git tracks it under a name that other disks take for ours', async () => {
    git('init', '-q');
    put(root, { '.Groundwork/TXN/journal.json': '' });
    git('add', '-f', '.Groundwork');
    await expectRefused('tracked by git');
  });

  test('git tracks it, and a hook points elsewhere', async () => {
    git('init', '-q');
    git('add', '-f', '.');
    vi.stubEnv('GIT_DIR', makeFolder());
    onTestFinished(() => void vi.unstubAllEnvs());
    await expectRefused('tracked by git');
  });

  test('git cannot say', async () => {
    put(root, { '.git': 'gitdir: nowhere' });
    await expectRefused('git could not say');
  });
});

test('a repository that does not track the journal is fine', async () => {
  git('init', '-q');
  git('add', '-f', '.');
  await leaveCommitted(root, plan);
  expect(await recover(root)).toBe('finished');
});

test('so is a repository where git is not installed', async () => {
  git('init', '-q');
  await leaveCommitted(root, plan);
  vi.stubEnv('PATH', makeFolder());
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await recover(root)).toBe('finished');
});
