import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { thisGenerator } from '../../generators/core/faces/generator.ts';
import { checkRepository } from '../../generators/core/repository/check.ts';
import { openRepository } from '../../generators/core/repository/open.ts';
import { resourceFile } from '../../generators/core/apply/state.ts';
import { resource, specOf, writeProject } from '../unit/repository/project.ts';
import { emptyFolder } from './cli.ts';
import { say, settled } from './commands/say.ts';
import type { Said } from './commands/say.ts';
import { commit, git } from './git-repository.ts';

const text = (name: string) => ({ name, type: 'string' });
const spec = '.groundwork/resources/book.json';

const migrationsOf = (root: string) =>
  readdirSync(join(root, 'src/data/migrations'))
    .map((name) => name.slice('20251124160000_'.length))
    .filter((name) => name.includes('books'))
    .toSorted();

const driftOf = async (root: string) =>
  (await checkRepository(await openRepository(root, 'read', thisGenerator()))).drift;

const withoutGit = (root: string) =>
  Object.fromEntries(Object.entries(settled(root)).filter(([path]) => !path.startsWith('.git/')));

/** A project with two branches, on each of which a command was given; on ours. */
async function branched(ours: Said, theirs: Said): Promise<string> {
  const root = await writeProject(emptyFolder(), specOf(resource('book', text('old'))));
  git(root, 'init', '--quiet', '--initial-branch=main');
  commit(root);
  git(root, 'checkout', '--quiet', '-b', 'theirs');
  vi.stubEnv('SOURCE_DATE_EPOCH', '1780000000');
  await say(root, theirs);
  vi.unstubAllEnvs();
  commit(root);
  git(root, 'checkout', '--quiet', '-b', 'ours', 'main');
  await say(root, ours);
  commit(root);
  return root;
}

/** The same, merged with our sources. */
async function merged(ours: Said, theirs: Said, ...fields: readonly string[]) {
  const root = await branched(ours, theirs);
  expect(() => git(root, 'merge', '--no-edit', 'theirs')).toThrow('git merge');
  const conflicts = git(root, 'diff', '--name-only', '--diff-filter=U').trim().split('\n');
  git(root, 'checkout', '--ours', '--', ...conflicts);
  const both = specOf(resource('book', ...fields.map(text)));
  for (const one of both.resources) writeFileSync(join(root, spec), resourceFile(one)[1]);
  commit(root);
  return { root, both };
}

test.each<readonly [string, Said, Said, readonly string[], readonly string[]]>([
  [
    'each added a field',
    ['field', 'book', 'bb:string:optional'],
    ['field', 'book', 'aa:string:optional'],
    ['aa', 'bb', 'old'],
    ['add_bb_to_books.ts', 'add_aa_to_books.ts'],
  ],
  [
    'each added a field, and ours alone is kept',
    ['field', 'book', 'bb:string:optional'],
    ['field', 'book', 'aa:string:optional'],
    ['bb', 'old'],
    ['add_bb_to_books.ts', 'add_aa_to_books.ts', 'remove_aa_from_books.ts'],
  ],
  [
    'one added a field, the other took one away',
    ['field', 'book', 'bb:string:optional'],
    ['remove', 'field', 'book', 'old'],
    ['bb'],
    ['add_bb_to_books.ts', 'remove_old_from_books.ts'],
  ],
  [
    'one added a field, the other took one away that shall stay',
    ['field', 'book', 'bb:string:optional'],
    ['remove', 'field', 'book', 'old'],
    ['bb', 'old'],
    ['add_bb_to_books.ts', 'remove_old_from_books.ts', 'add_old_to_books.ts'],
  ],
])('of two branches %s: apply writes all that is missing', async (...row) => {
  const [, ours, theirs, fields, migrations] = row;
  const { root, both } = await merged(ours, theirs, ...fields);
  expect(await driftOf(root)).not.toEqual([]);
  await say(root, ['apply']);
  expect(await driftOf(root)).toEqual([]);
  expect(withoutGit(root)).toEqual(settled(await writeProject(emptyFolder(), both)));
  expect(migrationsOf(root)).toEqual(['create_books.ts', ...migrations].toSorted());
  expect(readFileSync(join(root, spec), 'utf8')).toContain('"bb"');
});

test('a field that both branches changed is told: nobody knows which migration was the last', async () => {
  const { root } = await merged(
    ['field', 'book', 'old:string:max=20:optional'],
    ['field', 'book', 'old:string:max=10:optional'],
    'old',
  );
  const { prepared } = await say(root, ['apply']);
  expect(prepared.notes).toEqual([
    'two branches differ in book.old: look whether the migrations of both lead to what the spec says.',
  ]);
  expect(await driftOf(root)).toEqual([]);
});

test('of a field that came while a baseline was damaged, what lacks is told', async () => {
  const root = await writeProject(emptyFolder(), specOf(resource('book')));
  writeFileSync(join(root, '.groundwork/base/resources/book.br'), 'garbage\n');
  for (const one of specOf(resource('book', text('old'))).resources) {
    writeFileSync(join(root, spec), resourceFile(one)[1]);
  }
  const { prepared } = await say(root, ['apply']);
  const kept = prepared.plan.changes.filter(
    (change) => change.action === 'keep' && change.reason === 'lost',
  );
  expect(kept.map(({ path }) => path)).toContain('src/modules/books/books.schema.ts');
  expect(prepared.notes).toEqual([
    '.groundwork/base/resources/book.br was missing or damaged: its files were compared with what the spec says today, and whether a migration is lacking could not be checked.',
  ]);
});

test('a migration of another database is drift, until the history is begun anew', async () => {
  const root = await branched(
    ['set', 'database=postgresql'],
    ['field', 'book', 'aa:string:optional'],
  );
  git(root, 'merge', '--no-edit', 'theirs');
  const [record = ''] = readdirSync(join(root, '.groundwork/migrations'))
    .filter((name) => name.includes('add_aa'))
    .map((name) => `.groundwork/migrations/${name}`);
  const drifted = {
    path: record,
    kind: 'data',
    why: 'is of sqlite, and the project on postgresql',
  };
  expect(await driftOf(root)).toContainEqual(drifted);
  await expect(say(root, ['apply'])).rejects.toThrow(
    'Migrations of sqlite stand among those of postgresql, perhaps since a merge: say groundwork set database=postgresql to begin the history anew, or put others in their place by hand and delete their records.',
  );
  await say(root, ['set', 'database=postgresql']);
  expect(migrationsOf(root)).toEqual(['create_books.ts']);
  await say(root, ['apply']);
  expect(await driftOf(root)).toEqual([]);
});

test('a record that says nothing of the database is believed', async () => {
  const root = await writeProject(emptyFolder(), specOf(resource('book')));
  const folder = join(root, '.groundwork/migrations');
  for (const name of readdirSync(folder)) {
    const [hash = '', database] = readFileSync(join(folder, name), 'utf8').trim().split(' ');
    expect(database).toBe('sqlite');
    writeFileSync(join(folder, name), `${hash}\n`);
  }
  expect(await driftOf(root)).toEqual([]);
  await say(root, ['set', 'database=postgresql']);
  expect(await driftOf(root)).toEqual([]);
});

test('a resource that was made beside a choice which another branch gave up is told', async () => {
  const root = await branched(['set', 'auth=none'], ['resource', 'note', 'body:text']);
  git(root, 'merge', '--no-edit', 'theirs');
  const [path, why] = [
    '.groundwork/resources/note.json',
    'was made beside auth=jwt, and the project is on auth=none',
  ];
  expect(await driftOf(root)).toContainEqual({ path, kind: 'data', why });
  await expect(say(root, ['apply'])).rejects.toMatchObject({ faults: [{ path, message: why }] });
});

test.each<readonly [string, Said, Said]>([
  [
    'add_aa_to_books',
    ['field', 'book', 'aa:date:optional'],
    ['field', 'book', 'aa:string:optional'],
  ],
  ['create_notes', ['resource', 'note', 'a:date'], ['resource', 'note', 'a:text']],
  ['drop_users', ['set', 'auth=none'], ['set', 'auth=none', 'ci=none']],
])('what both branches made is told: %s', async (step, ours, theirs) => {
  const root = await branched(ours, theirs);
  try {
    git(root, 'merge', '--no-edit', 'theirs');
  } catch {
    git(root, 'checkout', '--ours', '--', '.');
    commit(root);
  }
  const doubled = expect.objectContaining({
    path: expect.stringContaining(step) as string,
    kind: 'data',
    why: expect.stringMatching(new RegExp(`^does what \\d+_${step}\\.ts has done$`, 'u')) as string,
  }) as object;
  expect(await driftOf(root)).toContainEqual(doubled);
  await expect(say(root, ['apply'])).rejects.toThrow('take one of the changes back');
});

test('in the middle of a merge nothing is written', async () => {
  const root = await branched(
    ['field', 'book', 'bb:string:optional'],
    ['field', 'book', 'aa:string:optional'],
  );
  expect(() => git(root, 'merge', '--no-edit', 'theirs')).toThrow('git merge');
  const both = specOf(resource('book', ...['aa', 'bb', 'old'].map(text)));
  for (const one of both.resources) writeFileSync(join(root, spec), resourceFile(one)[1]);
  git(root, 'add', spec);
  const before = withoutGit(root);
  const source = 'src/modules/books/books.schema.ts';
  await expect(say(root, ['apply'])).rejects.toMatchObject({
    faults: expect.arrayContaining([{ path: source, message: 'is not merged' }]) as unknown,
  });
  expect(withoutGit(root)).toEqual(before);
  const unmerged = git(root, 'diff', '--name-only', '--diff-filter=U').trim().split('\n');
  git(root, 'checkout', '--ours', '--', ...unmerged);
  git(root, 'add', '--all');
  await say(root, ['apply']);
  expect(readFileSync(join(root, source), 'utf8')).toContain('aa:');
});
