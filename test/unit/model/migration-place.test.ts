import { describe, expect, test } from 'vitest';
import {
  folderAround,
  folderFor,
  tableIn,
} from '../../../generators/core/model/migration-place.ts';
import type { MigrationPlace } from '../../../generators/core/model/migration-place.ts';

const one: MigrationPlace = { folder: 'src/migrations', extension: '.x', named: 'by-time' };
const each: MigrationPlace = { ...one, folder: 'apps/<table>/migrations', named: 'by-number' };

describe('one folder for all', () => {
  test('is that of every table, and tells of none', () => {
    expect(folderFor(one, 'books')).toBe('src/migrations');
    expect(tableIn(one, 'src/migrations')).toBeUndefined();
  });

  test.each([
    ['src/migrations/a.x', 'src/migrations'],
    ['src/migrations', undefined],
    ['src/other/a.x', undefined],
  ])('the folder of %s is %s', (path, folder) => {
    expect(folderAround(one, path)).toBe(folder);
  });
});

describe('a folder for each table', () => {
  test('is made from its name, and leads back to it', () => {
    expect(folderFor(each, 'books')).toBe('apps/books/migrations');
    expect(tableIn(each, 'apps/books/migrations')).toBe('books');
  });

  test.each([
    ['apps/books/migrations/0001_initial.x', 'apps/books/migrations'],
    ['apps/books/models.x', undefined],
    ['apps/migrations/0001_initial.x', undefined],
    ['apps/a/b/migrations/0001_initial.x', undefined],
    ['other/books/migrations/0001_initial.x', undefined],
  ])('the folder of %s is %s', (path, folder) => {
    expect(folderAround(each, path)).toBe(folder);
  });
});
