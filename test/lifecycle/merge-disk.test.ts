import { chmodSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thisGenerator } from '../../generators/core/faces/generator.ts';
import { openRepository } from '../../generators/core/repository/open.ts';
import { snapshot } from '../unit/apply/files.ts';
import { planTo } from '../unit/repository/project.ts';
import { emptyFolder } from './cli.ts';
import { after, bring, changes, committed } from './git-repository.ts';

test('a file that may not be written to is replaced, and stays so', async () => {
  const root = await committed();
  chmodSync(join(root, changes), 0o444);
  expect(await bring(root)).toEqual([]);
  expect(statSync(join(root, changes)).mode & 0o777).toBe(0o444);
  expect(readFileSync(join(root, changes), 'utf8')).toContain('subtitle');
});

test('a file that the team made to run stays so', async () => {
  const root = await committed();
  chmodSync(join(root, changes), 0o755);
  expect(await bring(root)).toEqual([]);
  expect(statSync(join(root, changes)).mode & 0o777).toBe(0o755);
});

const outside = [
  [
    'a file',
    (root: string, elsewhere: string) => {
      renameSync(join(root, changes), elsewhere);
      symlinkSync(elsewhere, join(root, changes));
    },
  ],
  [
    'a folder',
    (root: string, elsewhere: string) => {
      renameSync(join(root, 'src/modules'), elsewhere);
      symlinkSync(elsewhere, join(root, 'src/modules'));
    },
  ],
] as const;

test.each(outside)(
  'a link that leads out is a conflict, and is not followed: %s',
  async (_, link) => {
    const root = await committed();
    const folder = emptyFolder();
    link(root, join(folder, 'there'));
    const was = snapshot(folder);
    const plan = await planTo(root, after);
    expect(plan.changes).toContainEqual(
      expect.objectContaining({ path: changes, action: 'conflict' }),
    );
    expect(plan.operations).toEqual([]);
    expect(snapshot(folder)).toEqual(was);
  },
);

test('a state that is a link is refused', async () => {
  const root = await committed();
  const folder = emptyFolder();
  renameSync(join(root, '.groundwork'), join(folder, 'state'));
  symlinkSync(join(folder, 'state'), join(root, '.groundwork'));
  for (const purpose of ['read', 'write'] as const) {
    await expect(openRepository(root, purpose, thisGenerator())).rejects.toThrow('link');
  }
  rmSync(join(root, '.groundwork'));
});
