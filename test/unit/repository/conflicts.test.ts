import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { thisGenerator } from '../../../generators/core/faces/generator.ts';
import { blocking } from '../../../generators/core/merge/plan.ts';
import { checkRepository } from '../../../generators/core/repository/check.ts';
import { openRepository } from '../../../generators/core/repository/open.ts';
import { snapshot } from '../apply/files.ts';
import { makeFolder } from '../apply/folder.ts';
import { bringTo, planTo, resource, specOf, writeProject } from './project.ts';

const before = specOf(resource('book'));
const after = specOf(resource('book', { name: 'price', type: 'decimal' }));

const service = 'src/modules/books/books.repository.ts';
const pending = '.groundwork/pending.json';

/** A project in which the team changed just the lines that the new field changes, and a file stands in the way. */
async function contested(): Promise<string> {
  const root = await writeProject(makeFolder(), before);
  const text = readFileSync(join(root, service), 'utf8');
  writeFileSync(join(root, service), text.replaceAll(/title/gu, 'heading'));
  writeFileSync(join(root, 'src/lib/fields/decimal.ts'), '// ours\n');
  return root;
}

const conflictsOf = (changes: readonly { readonly action: string; readonly path: string }[]) =>
  changes.filter(({ action }) => action === 'conflict').map(({ path }) => path);

test('a conflict is told, and nothing at all is written', async () => {
  const root = await contested();
  const was = snapshot(root);
  const plan = await bringTo(root, after);
  expect(blocking(plan).map(({ path }) => path)).toContain(service);
  expect(conflictsOf(plan.changes)).toContain('src/lib/fields/decimal.ts');
  expect(plan.operations).toEqual([]);
  expect(snapshot(root)).toEqual(was);
});

const marked = async () => {
  const root = await contested();
  const plan = await bringTo(root, after, { conflict: 'markers' });
  return { root, plan };
};

describe('with markers', () => {
  test('the list is that of the files that hold them', async () => {
    const { root, plan } = await marked();
    const holding = Object.entries(snapshot(root))
      .filter(
        ([path, text]) =>
          path.startsWith('src/') && /^<{7} yours$/mu.test(text.slice('644 '.length)),
      )
      .map(([path]) => path);
    expect(blocking(plan)).toEqual([]);
    expect(conflictsOf(plan.changes)).toEqual(holding);
    expect(JSON.parse(readFileSync(join(root, pending), 'utf8'))).toEqual(holding);
    expect(holding).toContain(service);
  });

  test('until they are resolved, what writes refuses, and a check tells them', async () => {
    const { root, plan } = await marked();
    const was = snapshot(root);
    for (const purpose of ['write', 'upgrade'] as const) {
      await expect(openRepository(root, purpose, thisGenerator())).rejects.toMatchObject({
        exitCode: 3,
      });
    }
    const { drift } = await checkRepository(await openRepository(root, 'read', thisGenerator()));
    expect(drift.map(({ path, kind }) => `${kind} ${path}`)).toEqual(
      conflictsOf(plan.changes).map((path) => `markers ${path}`),
    );
    expect(snapshot(root)).toEqual(was);
  });

  test('once they are, the same again only clears the list, and then nothing', async () => {
    const { root, plan } = await marked();
    for (const path of conflictsOf(plan.changes)) {
      const text = readFileSync(join(root, path), 'utf8');
      writeFileSync(join(root, path), text.replaceAll(/^(?:<{7} |={7}$|>{7} ).*\n/gmu, ''));
    }
    const again = await bringTo(root, after);
    expect(again.operations.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      `delete ${pending}`,
    ]);
    expect((await planTo(root, after)).operations).toEqual([]);
    const { drift } = await checkRepository(await openRepository(root, 'read', thisGenerator()));
    expect(drift).toEqual([]);
  });

  test('a file that is deleted is resolved', async () => {
    const { root, plan } = await marked();
    for (const path of conflictsOf(plan.changes)) rmSync(join(root, path));
    await bringTo(root, after);
    expect(existsSync(join(root, pending))).toBe(false);
  });

  test('a list that leads out of the project is refused', async () => {
    const { root } = await marked();
    writeFileSync(join(root, pending), '["../elsewhere"]');
    await expect(openRepository(root, 'read', thisGenerator())).rejects.toThrow('cannot be');
  });
});

test('with ours, all else is written, and the same again is nothing', async () => {
  const root = await contested();
  const plan = await bringTo(root, after, { conflict: 'ours' });
  expect(blocking(plan)).toEqual([]);
  expect(readFileSync(join(root, service), 'utf8')).toContain('heading');
  expect(readFileSync(join(root, service), 'utf8')).not.toMatch(/^<{7} /mu);
  expect(readFileSync(join(root, 'src/lib/fields/decimal.ts'), 'utf8')).toBe('// ours\n');
  expect(existsSync(join(root, 'test/lib/fields/decimal.test.ts'))).toBe(true);
  expect((await planTo(root, after)).operations).toEqual([]);
});

test('a folder in the way is a conflict that no mode settles', async () => {
  const root = await writeProject(makeFolder(), before);
  rmSync(join(root, service));
  mkdirSync(join(root, service));
  const was = snapshot(root);
  for (const conflict of ['stop', 'markers', 'ours'] as const) {
    const plan = await bringTo(root, after, { conflict });
    expect(blocking(plan).map(({ path }) => path)).toEqual([service]);
    expect(snapshot(root)).toEqual(was);
  }
});
