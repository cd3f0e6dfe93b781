import { expect, test } from 'vitest';
import { decimal } from '../../../src/lib/fields/decimal.ts';

test.each([
  [12, 2, '19.9', '19.90'],
  [12, 2, '-0', '0.00'],
  [12, 2, '-0.00', '0.00'],
  [12, 2, '-0.01', '-0.01'],
  [12, 2, '9999999999.99', '9999999999.99'],
  [15, 0, '-123456789012345', '-123456789012345'],
  [3, 0, '-0', '0'],
  [2, 2, '0.5', '0.50'],
])('with %i digits, %i behind the point, %s is kept as %s', (precision, scale, value, kept) => {
  expect(decimal(precision, scale).parse(value)).toBe(kept);
});

test.each([
  [12, 2, 5],
  [12, 2, ''],
  [12, 2, '.5'],
  [12, 2, '5.'],
  [12, 2, '05'],
  [12, 2, '+5'],
  [12, 2, '1e2'],
  [12, 2, '0.125'],
  [12, 2, '10000000000'],
  [3, 0, '1.0'],
  [2, 2, '1.00'],
])('with %i digits, %i behind the point, %j is refused', (precision, scale, value) => {
  expect(decimal(precision, scale).safeParse(value).success).toBe(false);
});
