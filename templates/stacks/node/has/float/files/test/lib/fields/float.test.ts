import { expect, test } from 'vitest';
import { float } from '../../../src/lib/fields/float.ts';

test.each([0, -1.5, 0.1, 1e21, 5e-324, Number.MAX_VALUE, Number.MIN_SAFE_INTEGER])(
  '%d is one',
  (value) => {
    expect(float.parse(value)).toBe(value);
  },
);

test('-0 becomes 0', () => {
  expect(float.parse(-0)).toBe(0);
});

test.each(['1.5', true, null, [1], Infinity, -Infinity, NaN])('%j is none', (value) => {
  expect(float.safeParse(value).success).toBe(false);
});
