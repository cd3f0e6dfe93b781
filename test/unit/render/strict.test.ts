import { describe, expect, test } from 'vitest';
import { strict } from '../../../generators/core/render/strict.ts';

const it = strict({ name: 'shop', list: [{ one: 1 }], none: null, nested: { deep: { key: 'v' } } });

test('known keys are read, at any depth', () => {
  expect(it.name).toBe('shop');
  expect(it.nested.deep.key).toBe('v');
  expect(it.none).toBeNull();
  expect(it.list.map(({ one }) => one)).toEqual([1]);
});

describe('an unknown key is named with its place', () => {
  const loose = it as unknown as Record<string, Record<string, Record<string, unknown>>>;
  test.each([
    ['at the top', () => loose['nmae'], 'it.nmae'],
    ['below', () => loose['nested']?.['deep']?.['kye'], 'it.nested.deep.kye'],
    ['in a list', () => loose['list']?.['0']?.['two'], 'it.list.0.two'],
    ['inherited from Object', () => loose['toString'], 'it.toString'],
    ['the constructor', () => loose['constructor'], 'it.constructor'],
  ])('%s', (_, read, key) => {
    expect(read).toThrow(`template reads unknown ${key}`);
  });
});

test('lists keep their methods, and JSON and promises look at it without harm', async () => {
  expect(it.list.length).toBe(1);
  expect(JSON.stringify(it)).toContain('"name":"shop"');
  expect(await Promise.resolve(it)).toBe(it);
});
