import { expect, test } from 'vitest';
import * as z from 'zod';
import { between } from '../../../src/lib/fields/between.ts';

const digits = z.string().regex(/^\d+$/, 'must be digits');
const some = between(digits, BigInt, { min: '5', max: '9007199254740993' });

test.each(['5', '6', '9007199254740993'])('takes %s', (value) => {
  expect(some.parse(value)).toBe(value);
});

test.each(['0', '4', '9007199254740994', '10000000000000000'])('refuses %s', (value) => {
  expect(some.safeParse(value).error?.issues).toMatchObject([
    { message: 'must be at least 5, at most 9007199254740993' },
  ]);
});

test('one bound is enough', () => {
  expect(between(digits, Number, { min: '5' }).safeParse('4').success).toBe(false);
  expect(between(digits, Number, { min: '5' }).safeParse('500').success).toBe(true);
  expect(between(digits, Number, { max: '5' }).safeParse('6').success).toBe(false);
  expect(between(digits, Number, { max: '5' }).safeParse('0').success).toBe(true);
});

test('what is malformed is told nothing of bounds', () => {
  expect(some.safeParse('x').error?.issues).toMatchObject([{ message: 'must be digits' }]);
});

test('the description of the API tells the bounds', () => {
  expect(z.toJSONSchema(between(digits, Number, { min: '5' }))).toMatchObject({
    description: 'at least 5',
    pattern: String.raw`^\d+$`,
  });
});
