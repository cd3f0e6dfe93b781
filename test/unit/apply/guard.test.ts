import { expect, test } from 'vitest';
import { takeLock } from '../../../generators/core/apply/lock.ts';
import { guard } from '../../../generators/core/apply/guard.ts';
import { stage } from '../../../generators/core/apply/stage.ts';
import type { Operation } from '../../../generators/core/apply/operation.ts';
import { put, remove, write } from './files.ts';
import { makeFolder } from './folder.ts';

async function check(operations: readonly Operation[]): Promise<string[]> {
  const root = makeFolder();
  put(root, { 'a.txt': 'a', 'b/c.txt': 'c' });
  takeLock(root);
  return guard(root, await stage(root, operations, undefined));
}

test('names the folders to make, outer ones first', async () => {
  const operations = [
    write('n/e/w', ''),
    write('n/x', ''),
    write('b/d/e', ''),
    remove('b/c.txt', 'c'),
  ];
  expect(await check(operations)).toEqual(['n', 'n/e', 'b/d']);
});

// Replay sees a change too, but only the guard sees it while nothing has been committed.
test.each([
  ['overwritten', write('a.txt', 'A', 'other')],
  ['new', write('a.txt', 'A')],
  ['deleted', remove('b/c.txt', 'other')],
  ['expected and gone', write('gone', 'A', 'a')],
])('refuses a change of a file that is to be %s', async (_, operation) => {
  await expect(check([write('n', ''), operation])).rejects.toThrow(`"${operation.path}" changed`);
});
