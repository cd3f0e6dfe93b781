import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assertInsideRoot, checkPath, checkPaths } from '../../../generators/core/apply/paths.ts';
import { Refusal } from '../../../generators/core/refusal.ts';
import { put } from './files.ts';
import { makeFolder } from './folder.ts';

describe('checkPath refuses', () => {
  test.each([
    ['', 'it is empty'],
    ['/etc/passwd', 'it is absolute'],
    ['//server/share', 'it is absolute'],
    ['C:/a', 'drive letter'],
    ['c:a', 'drive letter'],
    ['a\\b', 'backslash'],
    ['..', '. or ..'],
    ['a/../b', '. or ..'],
    ['./a', '. or ..'],
    ['a//b', 'empty part'],
    ['a/', 'empty part'],
    ['a\u0000b', 'invisible character'],
    ['a\nb', 'invisible character'],
    ['.g\u200Cit/config', 'invisible character'],
    ['a\u202Eb', 'invisible character'],
    ['a\uD800', 'not valid Unicode'],
    ['ab:stream', 'Windows forbids'],
    ['what?', 'Windows forbids'],
    ['a./b', 'dot or a space'],
    ['a ', 'dot or a space'],
    ['...', 'dot or a space'],
    ['con', 'Windows reserves'],
    ['src/NUL.ts', 'Windows reserves'],
    ['aux .txt', 'Windows reserves'],
    ['com1.log/a', 'Windows reserves'],
    ['LPT²', 'Windows reserves'],
    ['.git/hooks/pre-commit', 'in .git'],
    ['sub/.GIT/config', 'in .git'],
    ['.git', 'in .git'],
    ['GIT~1/config', 'in .git'],
    ['.groundwork', 'keeps its state'],
    ['.groundwork/txn/journal.json', 'unfinished work'],
    ['.groundwork/TXN', 'unfinished work'],
    ['.Groundwork/txn-12/a', 'unfinished work'],
  ])('%j', (path, why) => {
    expect(() => {
      checkPath(path);
    }).toThrow(Refusal);
    expect(() => {
      checkPath(path);
    }).toThrow(why);
  });
});

test.each([
  'a',
  '.gitignore',
  '.github/ci.yml',
  'src/console.ts',
  'a b/[id].ts',
  'com10',
  '..a',
  'é',
])('checkPath accepts %j', (path) => {
  checkPath(path);
});

describe('checkPaths', () => {
  test.each([
    [['a', 'b', 'a'], 'listed twice'],
    [['Readme.md', 'README.md'], 'differs only in case'],
    [['src/a.ts', 'Src/b.ts'], 'differs only in case'],
    [['\u00E9', 'e\u0301'], 'differs only in case'],
    [['a', 'a/b'], 'both a file and a folder'],
    [['a/b/c', 'a/b'], 'both a file and a folder'],
    [['a', '../b'], '. or ..'],
  ])('refuses %j', (paths, why) => {
    expect(() => {
      checkPaths(paths);
    }).toThrow(why);
  });

  test('accepts neighbours', () => {
    checkPaths(['a/b', 'a/c', 'ab', 'a.b']);
  });
});

describe('assertInsideRoot', () => {
  test.each([
    ['out/x', '"out" is a symbolic link'],
    ['in/deep/x', '"in/deep" is a symbolic link'],
    ['in/dangling', '"in/dangling" is a symbolic link'],
    ['in/file/x', '"in/file" is not a folder'],
  ])('refuses %j', (path, why) => {
    const root = makeFolder();
    put(root, { 'in/file': '' });
    symlinkSync('/tmp', join(root, 'out'));
    symlinkSync('.', join(root, 'in/deep'));
    symlinkSync('nowhere', join(root, 'in/dangling'));
    expect(() => {
      assertInsideRoot(root, path);
    }).toThrow(why);
  });

  test('accepts real folders, files and what is not there', () => {
    const root = makeFolder();
    mkdirSync(join(root, 'a'));
    put(root, { 'a/b': '' });
    for (const path of ['a', 'a/b', 'a/c/d', 'e']) assertInsideRoot(root, path);
  });
});
