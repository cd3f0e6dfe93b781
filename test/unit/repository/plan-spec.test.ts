import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../generators/core/merge/plan.ts';
import { snapshot } from '../apply/files.ts';
import { makeFolder } from '../apply/folder.ts';
import { bringTo, planTo, resource, specOf, writeProject } from './project.ts';

const book = resource('book');
const author = resource('author', { name: 'price', type: 'decimal' });

const told = ({ changes }: Plan) =>
  changes.flatMap((change) =>
    change.action === 'keep' && change.reason === 'same' ? [] : [`${change.action} ${change.path}`],
  );

const migrationsOf = (files: Record<string, string>) =>
  Object.keys(files).filter((path) => path.includes('/migrations'));

/** All but what is written once. */
function treeOf(root: string) {
  const files = snapshot(root);
  for (const path of [...migrationsOf(files), '.env']) delete files[path];
  return files;
}

test('a resource that is added gives what a new project with it has, and removed it leaves no trace', async () => {
  const root = await writeProject(makeFolder(), specOf(book));
  const before = treeOf(root);
  const both = await writeProject(makeFolder(), specOf(author, book));
  const plan = await bringTo(root, specOf(author, book));
  expect(told(plan)).toContain('create .groundwork/base/resources/author.br');
  expect(treeOf(root)).toEqual(treeOf(both));
  await bringTo(root, specOf(book));
  expect(treeOf(root)).toEqual(before);
});

test('the same spec again changes nothing', async () => {
  const root = await writeProject(makeFolder(), specOf(book));
  const plan = await planTo(root, specOf(book), { healing: true });
  expect(plan.changes).toEqual([]);
  expect(plan.operations).toEqual([]);
});

test('an edited file is merged, a deleted one stays deleted, one that goes is kept if edited', async () => {
  const root = await writeProject(makeFolder(), specOf(author, book));
  appendFileSync(join(root, 'README.md'), '\nOurs.\n');
  appendFileSync(join(root, 'src/modules/authors/authors.service.ts'), '\n// ours\n');
  rmSync(join(root, 'src/config.ts'));
  const plan = await bringTo(root, specOf(book));
  expect(told(plan)).toContain('keep src/config.ts');
  expect(told(plan)).toContain('keep src/modules/authors/authors.service.ts');
  expect(told(plan)).toContain('delete src/modules/authors/authors.routes.ts');
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toMatch(/\nOurs\.\n$/u);
});

const edited = async () => {
  const root = await writeProject(makeFolder(), specOf(book));
  appendFileSync(join(root, '.gitignore'), 'ours\n');
  rmSync(join(root, '.editorconfig'));
  appendFileSync(join(root, 'src/app.ts'), '// ours\n');
  return root;
};

describe('a managed file that was edited', () => {
  test('stays as it is', async () => {
    const root = await edited();
    expect((await planTo(root, specOf(book), { healing: true })).operations).toEqual([]);
  });

  test('becomes what is generated where that is asked for, and is told as an edit', async () => {
    const root = await edited();
    const plan = await bringTo(root, undefined, { healing: true, restore: true });
    const written = ['create .editorconfig', 'update .gitignore'];
    expect(told(plan).filter((line) => !line.startsWith('keep'))).toEqual(written);
    expect(plan.edited).toEqual(['.gitignore']);
    expect(readFileSync(join(root, '.gitignore'), 'utf8')).not.toContain('ours');
    expect(readFileSync(join(root, 'src/app.ts'), 'utf8')).toContain('ours');
  });

  test.each(['', '# ours'])(
    'keeps the versions that bots raised and its line ends: "%s"',
    async (edit) => {
      const root = await writeProject(makeFolder(), specOf(book));
      const path = join(root, '.github/workflows/ci.yml');
      const text = readFileSync(path, 'utf8');
      const raised = text
        .replaceAll(/(actions\/checkout@)[^\n]*/gu, `$1${'9'.repeat(40)} # v99.0.0`)
        .replaceAll('\n', '\r\n');
      expect(raised).toContain('v99');
      writeFileSync(path, `${raised}${edit}`);
      writeFileSync(join(root, '.nvmrc'), '24.99.0\n');
      await bringTo(root, undefined, { healing: true, restore: true });
      expect(readFileSync(path, 'utf8')).toBe(raised);
      expect(readFileSync(join(root, '.nvmrc'), 'utf8')).toBe('24.99.0\n');
    },
  );
});
