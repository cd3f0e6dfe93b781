import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { snapshot } from '../unit/apply/files.ts';
import { writeProject } from '../unit/repository/project.ts';
import { emptyFolder } from './cli.ts';
import {
  after,
  before,
  bring,
  changes,
  commit,
  committed,
  edit,
  git,
  later,
  stays,
} from './git-repository.ts';

const table: readonly (readonly [
  what: string,
  prepare: () => Promise<string>,
  refused: readonly string[],
])[] = [
  ['nothing is edited', () => committed(), []],
  [
    'an edit is committed',
    async () => {
      const root = await committed();
      edit(root, changes);
      commit(root);
      return root;
    },
    [],
  ],
  [
    'an edit is staged',
    async () => {
      const root = await committed();
      edit(root, changes);
      git(root, 'add', changes);
      return root;
    },
    [],
  ],
  [
    'an edit is neither',
    async () => {
      const root = await committed();
      edit(root, changes);
      return root;
    },
    [changes],
  ],
  [
    'an edit was staged and then went on',
    async () => {
      const root = await committed();
      edit(root, changes);
      git(root, 'add', changes);
      edit(root, changes);
      return root;
    },
    [changes],
  ],
  [
    'a file that stays is edited',
    async () => {
      const root = await committed();
      edit(root, stays);
      return root;
    },
    [],
  ],
  [
    'nothing is committed yet',
    async () => {
      const root = await writeProject(emptyFolder(), before);
      git(root, 'init', '--quiet');
      return root;
    },
    [],
  ],
  [
    'nothing is committed yet, and a file is edited',
    async () => {
      const root = await writeProject(emptyFolder(), before);
      git(root, 'init', '--quiet');
      edit(root, changes);
      return root;
    },
    [changes],
  ],
  ['there is no git', () => writeProject(emptyFolder(), before), []],
  [
    'there is no git, and a file is edited',
    async () => {
      const root = await writeProject(emptyFolder(), before);
      edit(root, changes);
      return root;
    },
    [changes],
  ],
  [
    'git ignores the edited file',
    async () => {
      const root = await committed();
      git(root, 'rm', '--quiet', '--cached', changes);
      edit(root, '.gitignore', 'src/modules/books/\n');
      commit(root);
      edit(root, changes);
      return root;
    },
    [changes],
  ],
  [
    'the head is detached',
    async () => {
      const root = await committed();
      edit(root, changes);
      commit(root);
      git(root, 'checkout', '--quiet', '--detach');
      return root;
    },
    [],
  ],
  [
    'the project lies in a folder of the repository',
    async () => {
      const folder = emptyFolder();
      const root = await committed(join(folder, 'services/shop'), folder);
      writeFileSync(join(folder, 'README.md'), 'above\n');
      edit(root, changes);
      commit(folder);
      return root;
    },
    [],
  ],
  [
    'it does, and an edit is not committed',
    async () => {
      const folder = emptyFolder();
      const root = await committed(join(folder, 'services/shop'), folder);
      edit(root, changes);
      return root;
    },
    [changes],
  ],
  [
    'the repository lies in another one',
    async () => {
      const folder = emptyFolder();
      git(folder, 'init', '--quiet');
      const root = await committed(join(folder, 'shop'));
      edit(root, changes);
      commit(root);
      return root;
    },
    [],
  ],
];

describe('a command refuses only what git could not give back', () => {
  test.each(table)('%s', async (_, prepare, refused) => {
    const root = await prepare();
    const was = snapshot(root);
    expect(await bring(root)).toEqual(refused);
    if (refused.length > 0) expect(snapshot(root)).toEqual(was);
    else expect(readFileSync(join(root, changes), 'utf8')).toContain('subtitle');
  });
});

describe('one command after the other', () => {
  test('goes on, though the first has merged into an edited file', async () => {
    const root = await committed();
    edit(root, changes);
    commit(root);
    expect(await bring(root, after)).toEqual([]);
    expect(await bring(root, later)).toEqual([]);
    expect(await bring(root, before)).toEqual([]);
    expect(git(root, 'status', '--porcelain')).toBe('');
  });

  test('but not over an edit that was made in between', async () => {
    const root = await committed();
    edit(root, changes);
    commit(root);
    expect(await bring(root, after)).toEqual([]);
    edit(root, changes, '// in between\n');
    expect(await bring(root, later)).toEqual([changes]);
  });
});

test('asking git writes nothing, not even in its own folder', async () => {
  const root = await committed();
  edit(root, changes);
  const was = snapshot(root);
  expect(await bring(root)).toEqual([changes]);
  expect(snapshot(root)).toEqual(was);
});
