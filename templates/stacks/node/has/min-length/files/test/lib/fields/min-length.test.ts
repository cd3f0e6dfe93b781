import { expect, test } from 'vitest';
import * as z from 'zod';
import { minLength } from '../../../src/lib/fields/min-length.ts';
import { text } from '../../../src/lib/fields/text.ts';

const field = minLength(text(10), 3);

test.each(['abc', 'abcdef', '📚📚📚', '📚📚📚📚📚'])('takes %j', (value) => {
  expect(field.parse(value)).toBe(value);
});

test.each(['', 'ab', '📚', '📚📚', 'a📚'])('refuses %j', (value) => {
  expect(field.safeParse(value).success).toBe(false);
});

test('the description of the API tells both lengths', () => {
  expect(z.toJSONSchema(field)).toMatchObject({ minLength: 3, maxLength: 10 });
});
