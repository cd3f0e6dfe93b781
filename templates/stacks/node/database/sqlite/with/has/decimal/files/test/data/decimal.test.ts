import { expect, test } from 'vitest';
import { fromUnits, toUnits } from '../../src/data/decimal.ts';

test.each([
  ['19.90', 2, 1990],
  ['-0.01', 2, -1],
  ['0.00', 2, 0],
  ['-123456789012345', 0, -123_456_789_012_345],
  ['0.123456789012345', 15, 123_456_789_012_345],
])('%s is stored as an integer and read back', (value, scale, units) => {
  expect(toUnits(value)).toBe(units);
  expect(fromUnits(units, scale)).toBe(value);
});
