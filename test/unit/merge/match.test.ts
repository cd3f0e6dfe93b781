import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moved } from '../../../templates/moved.ts';
import { matchFiles } from '../../../generators/core/merge/match.ts';
import { templatesFolder } from '../../../generators/core/render/templates-folder.ts';
import type { UnitId, UnitTree } from '../../../generators/core/render/tree.ts';
import { treeFile } from './three.ts';

/** Files as `path: template, content`. */
const tree = (
  files: Readonly<Record<string, readonly [template: string, content: string]>>,
): UnitTree =>
  new Map(
    Object.entries(files).map(([path, [template, content]]) => [
      path,
      treeFile(content, { template }),
    ]),
  );

const unit: UnitId = 'project';

const matched = (base: UnitTree, next: UnitTree, moves: Readonly<Record<string, string>> = {}) =>
  matchFiles([{ unit, base, next }], moves)
    .map(({ path, from, base: was, next: is }) => `${was ? from : '-'} > ${is ? path : '-'}`)
    .toSorted();

test.each([
  [
    'the same path, whatever template it comes from',
    { a: ['t', '1'] },
    { a: ['u', '2'] },
    {},
    ['a > a'],
  ],
  ['the same template at another path', { a: ['t', '1'] }, { b: ['t', '2'] }, {}, ['a > b']],
  ['a template that moved', { a: ['t', '1'] }, { b: ['u', '2'] }, { t: 'u' }, ['a > b']],
  [
    'a template that moved twice',
    { a: ['t', '1'] },
    { b: ['v', '2'] },
    { t: 'u', u: 'v' },
    ['a > b'],
  ],
  [
    'a circle of moves',
    { a: ['t', '1'] },
    { b: ['v', '2'] },
    { t: 'u', u: 't' },
    ['- > b', 'a > -'],
  ],
  ['the same content at another path', { a: ['t', '1'] }, { b: ['u', '1'] }, {}, ['a > b']],
  [
    'two of the same content are two files',
    { a: ['t', '1'], b: ['t2', '1'] },
    { c: ['u', '1'], d: ['u2', '1'] },
    {},
    ['- > c', '- > d', 'a > -', 'b > -'],
  ],
  [
    'the path comes before the template',
    { a: ['t', '1'], b: ['u', '1'] },
    { a: ['u', '1'], b: ['t', '1'] },
    {},
    ['a > a', 'b > b'],
  ],
  ['nothing in common', { a: ['t', '1'] }, { b: ['u', '2'] }, {}, ['- > b', 'a > -']],
] as const)('%s', (_, base, next, moves, expected) => {
  expect(matched(tree(base), tree(next), moves)).toEqual(expected);
});

test('a file may go from one unit to another, where it keeps its path', () => {
  const subjects = matchFiles([
    { unit, base: tree({ a: ['t', '1'] }), next: tree({}) },
    { unit: 'resources/book', base: tree({}), next: tree({ a: ['u', '2'] }) },
  ]);
  expect(subjects).toHaveLength(1);
  expect(subjects[0]).toMatchObject({ path: 'a', from: 'a' });
});

const isThere = (template: string) =>
  existsSync(join(templatesFolder, template.replace(/#.*$/u, '')));

test('every template that moved is gone from where it was, and is somewhere', () => {
  for (const [was, is] of Object.entries(moved)) {
    expect(isThere(was), was).toBe(false);
    expect(isThere(is) || Object.hasOwn(moved, is), is).toBe(true);
  }
});
