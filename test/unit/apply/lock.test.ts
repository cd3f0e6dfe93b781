import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { takeLock } from '../../../generators/core/apply/lock.ts';
import { thisOwner } from '../../../generators/core/apply/owner.ts';
import { recover } from '../../../generators/core/apply/recover.ts';
import { takeOver } from '../../../generators/core/apply/take-over.ts';
import { applyOperations } from '../../../generators/core/apply/transaction.ts';
import { deadPid, leaveCommitted, signAs } from './committed.ts';
import { file, snapshot, write } from './files.ts';
import { makeFolder } from './folder.ts';

const dead = deadPid();
const busy = `another groundwork (pid ${String(process.pid)}) is writing here`;
const plan = [write('x', '1')];

let root = '';
beforeEach(() => {
  root = makeFolder();
});

describe('while a live process holds the transaction', () => {
  beforeEach(async () => {
    await leaveCommitted(root, plan);
    signAs(root, thisOwner(0));
  });

  test('a write is refused and its work is left alone', async () => {
    await expect(applyOperations(root, plan)).rejects.toThrow(busy);
    await expect(recover(root)).rejects.toThrow(busy);
    expect(readdirSync(join(root, '.groundwork/txn')).toSorted()).toEqual([
      '0.new',
      'journal.json',
      'owner.1',
    ]);
  });

  test('the lock cannot be taken', () => {
    expect(() => takeLock(root)).toThrow(busy);
    expect(readdirSync(join(root, '.groundwork'))).toEqual(['txn']);
  });
});

test.each([
  ['has ended', { pid: dead }],
  ['has ended where the system tells no start', { pid: dead, start: '' }],
  ['gave up', { pid: 0, start: '' }],
  ['gave its number to a later one', { pid: process.pid, start: 'boot 1' }],
])('what a process left that %s is finished', async (_, change) => {
  await leaveCommitted(root, plan);
  signAs(root, { ...thisOwner(0), ...change });
  expect(await recover(root)).toBe('finished');
  expect(snapshot(root)).toEqual({ x: file('1') });
});

test('a process of another machine counts as alive for a minute', async () => {
  await leaveCommitted(root, plan);
  signAs(root, { pid: dead, start: '', place: 'elsewhere', created: 0 }, 50_000);
  await expect(recover(root)).rejects.toThrow('is writing here');
  signAs(root, { pid: dead, start: '', place: 'elsewhere', created: 0 }, 70_000);
  expect(await recover(root)).toBe('finished');
});

test.each(['', '{', 'null', '{"pid":-1}', '{"pid":1,"start":"","place":"x","created":0.5}'])(
  'a signature that a power cut left as %j counts as dead',
  async (text) => {
    await leaveCommitted(root, plan);
    writeFileSync(join(root, '.groundwork/txn/owner.1'), text);
    expect(await recover(root)).toBe('finished');
  },
);

test('what a dead process took over from a dead one is taken over again', async () => {
  await leaveCommitted(root, plan);
  const folder = join(root, '.groundwork/txn');
  writeFileSync(join(folder, 'owner.2'), JSON.stringify({ ...thisOwner(0), pid: dead }));
  expect(await recover(root)).toBe('finished');
});

test('only one of two takes a dead one over', async () => {
  await leaveCommitted(root, plan);
  expect(takeOver(root)).toBe(0);
  expect(() => takeOver(root)).toThrow(busy);
});

test('a lock that was being prepared by a dead process is removed', async () => {
  const folder = join(root, 'a/b');
  takeLock(folder);
  renameSync(join(folder, '.groundwork/txn'), join(folder, `.groundwork/txn-${String(dead)}`));
  expect(await recover(folder)).toBe('dropped');
  expect(snapshot(root)).toEqual({ a: 'folder', 'a/b': 'folder' });
});

test('a root that was being prepared by a dead process is removed, one by a live process is not', async () => {
  takeLock(join(root, 'twin'));
  const hash = '72b33a1c'; // Of "twin".
  rmSync(join(root, 'twin'), { recursive: true });
  mkdirSync(join(root, `.groundwork-${hash}-${String(dead)}/.groundwork/txn`), { recursive: true });
  mkdirSync(join(root, `.groundwork-${hash}-1/.groundwork/txn`), { recursive: true });
  mkdirSync(join(root, '.groundwork-other/x'), { recursive: true });
  expect(await recover(join(root, 'twin'))).toBe('dropped');
  expect(readdirSync(root)).toEqual([`.groundwork-${hash}-1`, '.groundwork-other']);
});
