import { expect, test } from 'vitest';
import { email } from '../../../src/lib/fields/email.ts';

test('an address is lower-cased', () => {
  expect(email.parse('Jo.Doe@Example.COM')).toBe('jo.doe@example.com');
});

test.each(['', 'a', 'a@b', ' a@example.com', 'a@example.com\n', `${'a'.repeat(250)}@b.co`])(
  '%j is no address',
  (value) => {
    expect(email.safeParse(value).success).toBe(false);
  },
);
