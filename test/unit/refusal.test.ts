import { expect, test } from 'vitest';
import { Refusal } from '../../generators/core/refusal.ts';

test('a refusal stays one line and steers no terminal, whatever somebody typed', () => {
  const typed = 'a\nb\u001b[31m\u0085\u2028\u202e\ud800';
  const shown = 'a\\u{a}b\\u{1b}[31m\\u{85}\\u{2028}\\u{202e}\\u{d800}';
  const { message, faults } = new Refusal(`${typed} is no command.`, {
    faults: [{ path: typed, message: typed }],
  });
  expect(message).toBe(`${shown} is no command.`);
  expect(faults).toEqual([{ path: shown, message: shown }]);
});
