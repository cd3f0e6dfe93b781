import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtHash, hashTemplates } from '../../../generators/core/render/templates-hash.ts';
import { folderWith } from './folder-with.ts';

const files = { 'a/b.ts': 'one', 'a/c.ejs': 'two', 'd.ts': 'three' };

test('the same templates have the same hash, wherever they lie', () => {
  expect(hashTemplates(folderWith(files))).toBe(hashTemplates(folderWith(files)));
  expect(hashTemplates(folderWith(files))).toMatch(/^[0-9a-f]{16}$/u);
});

describe('the hash changes with', () => {
  test.each<[string, (folder: string) => void]>([
    ...Object.entries(files).flatMap(([path, content]) =>
      [...content].map((_, index): [string, (folder: string) => void] => [
        `byte ${index} of ${path}`,
        (folder) => {
          const bytes = Buffer.from(content);
          bytes[index] = (bytes[index] ?? 0) ^ 1;
          writeFileSync(join(folder, path), bytes);
        },
      ]),
    ),
    ['a file more', (folder) => writeFileSync(join(folder, 'a/x'), '')],
    ['a file less', (folder) => rmSync(join(folder, 'd.ts'))],
    [
      'a name',
      (folder) => {
        rmSync(join(folder, 'd.ts'));
        writeFileSync(join(folder, 'e.ts'), files['d.ts']);
      },
    ],
    [
      'a file that another takes in, name and all, without a mark between them',
      (folder) => {
        rmSync(join(folder, 'a/c.ejs'));
        writeFileSync(join(folder, 'a/b.ts'), 'one/a/c.ejs\0two');
      },
    ],
    [
      'a file that another takes in, name and all',
      (folder) => {
        rmSync(join(folder, 'a/c.ejs'));
        writeFileSync(join(folder, 'a/b.ts'), 'one\0/a/c.ejs\0two');
      },
    ],
    [
      'a byte that moves from one file to the next',
      (folder) => {
        writeFileSync(join(folder, 'a/b.ts'), 'on');
        writeFileSync(join(folder, 'a/c.ejs'), 'etwo');
      },
    ],
  ])('%s', (_, change) => {
    const folder = folderWith(files);
    const before = hashTemplates(folder);
    change(folder);
    expect(hashTemplates(folder)).not.toBe(before);
  });
});

test('a build names the hash of its sources', () => {
  const folder = folderWith({ ...files, [builtHash]: '0123456789abcdef' });
  expect(hashTemplates(folder)).toBe('0123456789abcdef');
});
