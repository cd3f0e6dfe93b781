import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bare, emptyFolder, environment, groundwork, program, run } from './cli.ts';
import { sh } from '../../generators/core/faces/sh.ts';

/** How long a command that has nobody to talk to may take, in milliseconds. */
const longest = 15_000;

const without = ['--no-install', '--no-git'] as const;

describe.concurrent('a command never hangs for want of an answer', () => {
  test.for<readonly [string, 'closed' | 'silent' | { readonly text: '' }, readonly string[]]>([
    ['closed input', 'closed', without],
    ['empty input', { text: '' }, without],
    ['a pipe that stays open and silent', 'silent', without],
    ['a pipe that stays open and silent, with --yes', 'silent', bare],
  ])('with %s', async ([, input, words], { onTestFinished }) => {
    const folder = emptyFolder(onTestFinished);
    const start = performance.now();
    const { code, stderr } = await groundwork(['new', 'x', ...words], { cwd: folder, input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(performance.now() - start).toBeLessThan(longest);
    expect(existsSync(join(folder, 'x/groundwork.json'))).toBe(true);
  });

  test('in a pseudo-terminal of a CI job', async ({ onTestFinished }) => {
    const folder = emptyFolder(onTestFinished);
    const command = [process.execPath, program, 'new', 'x', ...without].map(sh).join(' ');
    const start = performance.now();
    const { code, stdout } = await run(['script', '-qec', command, '/dev/null'], {
      cwd: folder,
      env: { CI: '1' },
      input: 'silent',
    });
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('files written');
    expect(performance.now() - start).toBeLessThan(longest);
  });

  test.for([
    ['says nothing', 'silent'],
    ['stops in the middle', { text: '{"name":', stalls: true }],
  ] as const)('when answers come from a pipe that %s', async ([, input], { onTestFinished }) => {
    const folder = emptyFolder(onTestFinished);
    const start = performance.now();
    const words = ['new', 'x', ...bare, '--answers', '-'];
    const { code, stderr } = await groundwork(words, { cwd: folder, input });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '--answers -: nothing more came on standard input in 10 s.\n',
    });
    expect(performance.now() - start).toBeLessThan(longest);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.for([
    ['nothing', '', 2],
    ['half a document', '{"name":', 2],
    ['a document', '{"name":"x","example":false}', 0],
  ] as const)('when a pipe brings %s and ends', async ([, text, expected], { onTestFinished }) => {
    const words = ['new', 'x', ...bare, '--answers', '-'];
    const { code, stderr } = await groundwork(words, {
      cwd: emptyFolder(onTestFinished),
      input: { text },
    });
    expect(code).toBe(expected);
    expect(stderr === '').toBe(expected === 0);
  });

  test('when nobody reads what it prints', async ({ onTestFinished }) => {
    const folder = emptyFolder(onTestFinished);
    const command = `${[process.execPath, program, 'schema'].map(sh).join(' ')} | true`;
    const { stderr } = await run(['sh', '-c', command], { cwd: folder });
    expect(stderr).toBe('');
  });
});

test('the environment of these tests is none of CI', () => {
  expect(environment['CI']).toBeUndefined();
});
