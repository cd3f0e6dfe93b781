import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thisGenerator } from '../../generators/core/faces/generator.ts';
import { checkRepository } from '../../generators/core/repository/check.ts';
import { openRepository } from '../../generators/core/repository/open.ts';
import { bringTo, resource, specOf, writeProject } from '../unit/repository/project.ts';
import { emptyFolder } from './cli.ts';
import { commit, git } from './git-repository.ts';
import { withoutSecrets } from './without-secrets.ts';

const book = resource('book');

/** Files that are named by the time at which they were made. */
const isTimed = (path: string): boolean => /^(?:src\/data|\.groundwork)\/migrations\//u.test(path);

const treeOf = (root: string) =>
  Object.fromEntries(
    Object.entries(withoutSecrets(root)).filter(
      ([path]) => !isTimed(path) && !path.startsWith('.git/') && path !== '.git',
    ),
  );

const kind = (field: object) => ({ name: 'extra', type: 'string', ...field });

test.each([
  ['of the kinds that are there', {}, {}],
  ['that bring something new along, each', { type: 'decimal' }, { type: 'json' }],
  ['of which one does', {}, { type: 'json' }],
  ['that bring the same along', { type: 'json' }, { type: 'json' }],
  [
    'that need something together',
    { type: 'reference', resource: 'book' },
    { type: 'email', unique: true },
  ],
])('two branches that each add a resource merge without a conflict: %s', async (_, left, right) => {
  const root = await writeProject(emptyFolder(), specOf(book));
  git(root, 'init', '--quiet', '--initial-branch=main');
  commit(root);
  git(root, 'checkout', '--quiet', '-b', 'left');
  await bringTo(root, specOf(book, resource('author', kind(left))));
  appendFileSync(join(root, 'src/app.ts'), '// left\n');
  commit(root);
  git(root, 'checkout', '--quiet', '-b', 'right', 'main');
  await bringTo(root, specOf(book, resource('cat', kind(right))));
  commit(root);
  git(root, 'merge', '--quiet', '--no-edit', 'left');
  const both = specOf(book, resource('author', kind(left)), resource('cat', kind(right)));
  await bringTo(root, undefined, { healing: true });
  const { drift } = await checkRepository(await openRepository(root, 'read', thisGenerator()));
  expect(drift).toEqual([]);
  const fresh = treeOf(await writeProject(emptyFolder(), both));
  const merged = treeOf(root);
  expect(merged['src/app.ts']).toContain('// left');
  merged['src/app.ts'] = fresh['src/app.ts'] ?? '';
  expect(merged).toEqual(fresh);
});
