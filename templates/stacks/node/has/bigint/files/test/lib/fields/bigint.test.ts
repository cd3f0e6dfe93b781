import { expect, test } from 'vitest';
import { bigint } from '../../../src/lib/fields/bigint.ts';

test.each(['0', '-1', '9223372036854775807', '-9223372036854775808'])('%s is one', (value) => {
  expect(bigint.parse(value)).toBe(value);
});

test.each([1, '', '-0', '01', '+1', '1.0', '1e3', '9223372036854775808', '-9223372036854775809'])(
  '%j is none',
  (value) => {
    expect(bigint.safeParse(value).success).toBe(false);
  },
);
