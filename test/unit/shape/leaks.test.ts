import { describe, expect, test } from 'vitest';
import { programFiles, templateFiles, textOf } from './sources.ts';
import { technologies } from './technologies.ts';
import type { Technology } from './technologies.ts';

/** Where choices, the rules between them and versions are declared. */
const tables: ReadonlySet<string> = new Set([
  'templates/choices.ts',
  'templates/rules.ts',
  'templates/versions.ts',
]);

/** Files that may name what they do not own, each for its reason. */
const excused: readonly { readonly path: string; readonly choice: string; readonly why: string }[] =
  [];

const leaksOf = ({ id, word, homes }: Technology, files: readonly string[], read = textOf) =>
  files.filter(
    (path) =>
      !tables.has(path) &&
      !homes.some((home) => path.includes(home)) &&
      !excused.some((excuse) => excuse.path === path && excuse.choice === id) &&
      (word.test(read(path)) || word.test(path)),
  );

const withoutComments = (path: string): string =>
  textOf(path).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');

describe.each(technologies.map((technology) => [technology.id, technology] as const))(
  '%s',
  (_, technology) => {
    test('is named by no template outside its own folders', () => {
      expect(leaksOf(technology, templateFiles)).toEqual([]);
    });

    test('is named by no code of the program', () => {
      expect(leaksOf(technology, programFiles, withoutComments)).toEqual([]);
    });
  },
);

test('a leak would be found, and home is no leak', () => {
  const sqlite = technologies.find(({ id }) => id === 'sqlite');
  if (sqlite === undefined) throw new Error('no such choice');
  const files = ['templates/stacks/x/files/a', 'templates/stacks/x/database/sqlite/files/a'];
  for (const leak of ['import "node:sqlite"', "openTestDatabase('file::memory:')", 'PRAGMA x']) {
    expect(leaksOf(sqlite, files, () => leak)).toEqual([files[0]]);
  }
  expect(leaksOf(sqlite, files, () => 'nosqlitehere')).toEqual([]);
});

test('every excuse is still needed', () => {
  for (const { path, choice } of excused) {
    const technology = technologies.find(({ id }) => id === choice);
    expect(technology?.word.test(textOf(path)), path).toBe(true);
  }
});
