import { expect, test } from 'vitest';
import { date } from '../../../src/lib/fields/date.ts';

test.each(['0001-01-01', '1582-10-10', '2024-02-29', '9999-12-31'])('%s is one', (value) => {
  expect(date.parse(value)).toBe(value);
});

test.each([
  5,
  '',
  '0000-12-31',
  '2023-02-29',
  '2026-1-1',
  '2026-01-01T00:00:00Z',
  ' 2026-01-01',
  '2026-01-01\n',
  '10000-01-01',
])('%j is none', (value) => {
  expect(date.safeParse(value).success).toBe(false);
});
