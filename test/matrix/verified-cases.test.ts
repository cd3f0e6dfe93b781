import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { choicesOf } from './choices-of.ts';
import { combinations } from './combinations.ts';
import { reaching, verifiedCases } from './verified-cases.ts';

test('what is verified on every database is there', () => {
  const sets = new Set(verifiedCases.map(({ set }) => set));
  expect(reaching.filter((set) => !sets.has(set))).toEqual([]);
});

const namesOf = (some: readonly unknown[]): ReadonlySet<string> => new Set(some.map(String));

test('every database is verified with users and without, in every stack', () => {
  const all = combinations.map(({ stack, database, auth }) => [stack, database, auth]);
  const verified = verifiedCases.map(({ spec }) => [spec.stack, spec.database, spec.auth]);
  expect(namesOf(verified)).toEqual(namesOf(all));
});

test('every stack has its file of projects that are verified', () => {
  const files = choicesOf('stack').map((stack) => `verify-${stack}.slow.test.ts`);
  expect(files.filter((file) => !existsSync(join(import.meta.dirname, file)))).toEqual([]);
});
