import { expect, test } from 'vitest';
import { payload, textOf } from './sources.ts';

const functions = /^export async function (up|down)\([^)]*\): Promise<void> (\{\n.*?^\}\n)/gmsu;

const functionsIn = (path: string) =>
  Object.fromEntries(
    [...textOf(path).matchAll(functions)].map(([, name = '', body]) => [name, body]),
  );

const creations = payload.filter((path) => /\/migration\/create_[^/]+\.ts$/u.test(path));

test('migrations of adapters are found', () => {
  expect(creations).not.toEqual([]);
});

test('they depend on choices alone, for plans read no more resources than those that change', () => {
  expect(creations.filter((path) => path.includes('/has/'))).toEqual([]);
});

test.each(creations)('%s is what the migration for leaving takes back', (path) => {
  const { up, down } = functionsIn(path);
  expect([up, down]).toEqual([expect.stringContaining('await'), expect.stringContaining('await')]);
  expect(functionsIn(path.replace('/create_', '/drop_'))).toEqual({ up: down, down: up });
});
