import { describe, expect, test } from 'vitest';
import { parseFlags } from '../../../generators/core/faces/flags.ts';
import type { Flag } from '../../../generators/core/faces/flags.ts';
import { newFlags } from '../../../generators/core/faces/new-flags.ts';
import { Refusal } from '../../../generators/core/refusal.ts';

const flags: readonly Flag[] = [
  { name: 'stack', type: 'string', value: 'NAME', does: 'x' },
  { name: 'text', type: 'string', does: 'x' },
  { name: 'yes', type: 'boolean', does: 'x' },
  { name: 'dry-run', type: 'boolean', does: 'x' },
  { name: 'git', type: 'boolean', negative: true, does: 'x' },
];

describe('flags are read', () => {
  test.each([
    [[], {}, []],
    [['dir'], {}, ['dir']],
    [['--stack', 'a', 'dir', '--yes'], { stack: 'a', yes: true }, ['dir']],
    [['--stack=a'], { stack: 'a' }, []],
    [['--stack='], { stack: '' }, []],
    [['--text', ''], { text: '' }, []],
    [['--text=--stack'], { text: '--stack' }, []],
    [['--text', '-'], { text: '-' }, []],
    [['--text', '-x'], { text: '-x' }, []],
    [['--text=a=b'], { text: 'a=b' }, []],
    [['--no-git'], { git: false }, []],
    [['--git'], { git: true }, []],
    [['--git', '--no-git'], { git: false }, []],
    [['--stack', 'a', '--stack', 'b'], { stack: 'b' }, []],
    [['--dry-run'], { 'dry-run': true }, []],
    [['--', '--yes'], {}, ['--yes']],
  ])('%j', (words, values, positionals) => {
    expect(parseFlags(words, flags)).toEqual({ values, positionals });
  });
});

const refused = (words: readonly string[]): string => {
  try {
    parseFlags(words, flags);
  } catch (error) {
    if (error instanceof Refusal && error.exitCode === 2) return error.message;
    throw error;
  }
  throw new Error('was accepted');
};

describe('flags are refused', () => {
  test.each([
    [['--stak', 'a'], '--stak is no flag of this command; did you mean --stack?'],
    [['--dryrun'], '--dryrun is no flag of this command; did you mean --dry-run?'],
    [['--no-gti'], '--no-gti is no flag of this command; did you mean --no-git?'],
    [['--zzzzzzzzzzzzzz'], '--zzzzzzzzzzzzzz is no flag of this command; one of: --stack, '],
    [['-y'], '-y is no flag of this command; '],
    [['--__proto__'], '--__proto__ is no flag of this command; '],
    [['--constructor=1'], '--constructor is no flag of this command; '],
    [['--stack'], '--stack needs a value: --stack NAME.'],
    [['--stack', '--yes'], '--stack needs a value: --stack NAME.'],
    [['--text'], '--text needs a value: --text VALUE.'],
    [['--no-stack'], '--no-stack is no flag of this command; '],
    [['--no-yes'], '--no-yes is no flag of this command; '],
    [['--yes=1'], '--yes takes no value.'],
    [['--no-git=1'], '--no-git takes no value.'],
  ])('%j', (words, message) => {
    expect(refused(words)).toContain(message);
  });
});

const meant = (name: string, value = '') => (name === 'ci' ? `say ci=${value}.` : undefined);

describe('a word that was meant to be no flag is told', () => {
  test.each([
    [['--ci', 'none'], '--ci is no flag of this command; say ci=none.'],
    [['--ci=none'], '--ci is no flag of this command; say ci=none.'],
    [['--ci'], '--ci is no flag of this command; say ci=.'],
    [['--ci', '--yes'], '--ci is no flag of this command; say ci=.'],
    [['--stak', 'a'], '--stak is no flag of this command; did you mean --stack?'],
  ])('%j', (words, message) => {
    expect(() => parseFlags(words, flags, meant)).toThrow(message);
  });
});

test('no two flags of new have one name, and none of them is called no-', () => {
  const names = newFlags.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.startsWith('no-'))).toEqual([]);
});
