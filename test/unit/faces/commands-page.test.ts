import { expect, test } from 'vitest';
import { commands } from '../../../generators/cli/commands.ts';
import { changeFlags } from '../../../generators/core/faces/change/change-flags.ts';
import { settings, switches } from '../../../generators/core/spec/edit/modifiers.ts';
import { textOf } from '../shape/sources.ts';

const page = textOf('docs/commands.md');
const readme = textOf('README.md');

test.each(commands.map(({ name }) => name))('%s stands on the page of commands', (name) => {
  expect(page).toContain(`groundwork ${name}`);
  expect(readme.includes(`\`${name}`) || readme.includes(`groundwork ${name}`)).toBe(true);
});

test.each(changeFlags.filter(({ name }) => name !== 'debug'))('so does --$name', (flag) => {
  expect(page).toContain(`--${flag.negative === true ? 'no-' : ''}${flag.name}`);
});

test.each([...switches, ...settings.map((word) => `${word}=`)])('and the modifier %s', (word) => {
  expect(page).toContain(word);
});
