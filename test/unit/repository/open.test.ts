import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { thisGenerator } from '../../../generators/core/faces/generator.ts';
import { Refusal } from '../../../generators/core/refusal.ts';
import { findRoot } from '../../../generators/core/repository/find-root.ts';
import { compareVersions } from '../../../generators/core/repository/generator.ts';
import { openRepository } from '../../../generators/core/repository/open.ts';
import type { Purpose } from '../../../generators/core/repository/open.ts';
import { leaveCommitted } from '../apply/committed.ts';
import { snapshot, write } from '../apply/files.ts';
import { makeFolder } from '../apply/folder.ts';
import { resource, specOf, writeProject } from './project.ts';

const spec = specOf(resource('book'));
const installed = { version: '1.4.2', templates: 'abc' };

async function writtenBy(version: string, templates: string): Promise<string> {
  const root = await writeProject(makeFolder(), spec);
  const path = join(root, 'groundwork.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...manifest, generator: { version, templates } }));
  return root;
}

const upgrade = 'run `groundwork upgrade`';

const generators: readonly (readonly [
  what: string,
  version: string,
  templates: string,
  write: string,
  upgrade: string,
])[] = [
  ['the same', '1.4.2', 'abc', '', ''],
  [
    'an older one',
    '1.3.9',
    'old',
    `This project was written by 1.3.9, you run 1.4.2: ${upgrade}, or \`npx generator-groundwork@1.3.9 ...\`.`,
    '',
  ],
  [
    'the same with other templates',
    '1.4.2',
    'old',
    `This project was written by 1.4.2 with other templates: ${upgrade}.`,
    '',
  ],
  [
    'a newer one',
    '1.10.0',
    'new',
    'This project was written by 1.10.0, you run 1.4.2: run `npx generator-groundwork@1.10.0 ...`, an older one never writes.',
    'an older one never writes',
  ],
];

describe.each(generators)(
  'a project that was written by %s',
  (_, version, templates, writes, upgrades) => {
    const messageOf = async (purpose: Purpose) => {
      const root = await writtenBy(version, templates);
      const was = snapshot(root);
      try {
        await openRepository(root, purpose, installed);
        return '';
      } catch (error) {
        if (error instanceof Refusal) return error.message;
        throw error;
      } finally {
        expect(snapshot(root)).toEqual(was);
      }
    };

    test('is read', async () => {
      expect(await messageOf('read')).toBe('');
    });

    test('is written by its own generator alone', async () => {
      expect(await messageOf('write')).toBe(writes);
    });

    test('is never upgraded to what is older', async () => {
      expect(await messageOf('upgrade')).toContain(upgrades);
      if (upgrades === '') expect(await messageOf('upgrade')).toBe('');
    });
  },
);

test('a choice that the generator of a project did not know is none', async () => {
  const root = await writtenBy('1.3.9', 'old');
  const path = join(root, 'groundwork.json');
  const text = readFileSync(path, 'utf8');
  const { ci, ...older } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  expect(ci).toBe('github');
  writeFileSync(path, JSON.stringify(older));
  const repository = await openRepository(root, 'upgrade', installed);
  expect(repository.spec.ci).toBe('none');
  const own = { version: '1.3.9', templates: 'old' };
  await expect(openRepository(root, 'write', own)).rejects.toThrow('ci');
});

test.each([
  ['1.4.2', '1.4.2', 0],
  ['1.4.2', '1.4.10', -1],
  ['2.0.0', '1.99.99', 1],
  ['1.4', '1.4.0', 0],
  ['1.4.0-beta.1', '1.4.0', -1],
  ['1.4.0', '1.4.0-beta.1', 1],
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});

const interrupted = async () => {
  const root = await writeProject(makeFolder(), spec);
  await leaveCommitted(root, [write('new.txt', 'new')]);
  return root;
};

describe('a write that was interrupted', () => {
  test('is not finished by who only reads', async () => {
    const root = await interrupted();
    const was = snapshot(root);
    await expect(openRepository(root, 'read', thisGenerator())).rejects.toThrow('was interrupted');
    expect(snapshot(root)).toEqual(was);
  });

  test('is finished by who writes', async () => {
    const root = await interrupted();
    await openRepository(root, 'write', thisGenerator());
    expect(readFileSync(join(root, 'new.txt'), 'utf8')).toBe('new');
    await openRepository(root, 'read', thisGenerator());
  });
});

describe('the root', () => {
  test('is the nearest folder upwards with a manifest', async () => {
    const root = await writeProject(makeFolder(), spec);
    expect(findRoot(root)).toBe(root);
    expect(findRoot(join(root, 'src/modules/books'))).toBe(root);
    const inner = join(root, 'services/inner');
    mkdirSync(inner, { recursive: true });
    await writeProject(inner, spec);
    expect(findRoot(join(inner, 'src'))).toBe(inner);
  });

  test('is no folder of that name, and not to be found elsewhere', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'groundwork.json'));
    expect(() => findRoot(folder)).toThrow('is not in a Groundwork project');
  });
});
