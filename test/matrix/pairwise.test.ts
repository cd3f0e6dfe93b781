import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairwise } from './pairwise.ts';

const cell = fc.constantFrom('1', '2', '3');
const table = fc.array(fc.record({ a: cell, b: cell, c: cell }), { minLength: 1, maxLength: 27 });

test('every two values of a row stand together in one of those that are left', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const left = pairwise(rows);
      expect(left[0]).toEqual(rows[0]);
      for (const row of rows) {
        expect(left.some(({ a, b }) => a === row.a && b === row.b)).toBe(true);
        expect(left.some(({ a, c }) => a === row.a && c === row.c)).toBe(true);
        expect(left.some(({ b, c }) => b === row.b && c === row.c)).toBe(true);
      }
    }),
  );
});

test('a table of three columns with three values each comes down to a third', () => {
  const values = ['1', '2', '3'];
  const rows = values.flatMap((a) => values.flatMap((b) => values.map((c) => ({ a, b, c }))));
  expect(pairwise(rows).length).toBeLessThanOrEqual(12);
});
