import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mayAsk } from '../../../generators/core/faces/may-ask.ts';

const terminals = { stdin: process.stdin.isTTY, stdout: process.stdout.isTTY };
const terminal = (stdin: boolean, stdout: boolean): void => {
  process.stdin.isTTY = stdin;
  process.stdout.isTTY = stdout;
};

beforeEach(() => {
  vi.stubEnv('CI', undefined);
  terminal(true, true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  terminal(terminals.stdin, terminals.stdout);
});

test('a person at a terminal is asked', () => {
  expect(mayAsk({})).toBe(true);
});

test.each([
  [false, true],
  [true, false],
  [false, false],
])('nobody is asked when input is a terminal: %s, output: %s', (stdin, stdout) => {
  terminal(stdin, stdout);
  expect(mayAsk({})).toBeFalsy();
});

test.each([['yes'], ['json']])('nobody is asked after --%s', (flag) => {
  expect(mayAsk({ [flag]: true })).toBe(false);
});

test.each([
  ['1', false],
  ['true', false],
  ['github', false],
  ['', true],
  ['0', true],
  ['false', true],
])('CI=%j lets us ask: %s', (value, expected) => {
  vi.stubEnv('CI', value);
  expect(mayAsk({})).toBe(expected);
});
