import { expect, test } from 'vitest';
import { text } from '../../../src/lib/fields/text.ts';

test.each(['a', 'ß c', '😀😀😀', 'a\nb'])('%j is a text of up to 3 characters', (value) => {
  expect(text(3).parse(value)).toBe(value);
});

test.each(['', ' a', 'a\u00a0', '\ufeffa', 'a\0', '\ud83d', 'abcd', '😀😀😀😀', 'a'.repeat(7), 5])(
  '%j is none',
  (value) => {
    expect(text(3).safeParse(value).success).toBe(false);
  },
);
