import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder } from './cli.ts';
import { talk as talkTo } from './talk.ts';
import type { Line } from './talk.ts';
import { dimensions } from '../../templates/choices.ts';

const enter = '\r';
const interrupt = '\u0003';

const talk = (cwd: string, words: readonly string[], lines: readonly Line[]) =>
  talkTo(cwd, ['new', ...words], lines);

const name: Line = ['What is the project called?', enter];
const description: Line = ['What does it do', `Keeps things${enter}`];
/** A dimension with one choice is not asked about. */
const open = dimensions.filter(({ choices }) => choices.length > 1);
const choices = open.map(({ question }): Line => [question, enter]);
const example: Line = ['Begin with an example', enter];
const write: Line = ['Write it?', enter];

const bare = ['--no-install', '--no-git'] as const;

describe.concurrent('somebody at a terminal', () => {
  test('answers with Enter and gets a project, having seen the command for it', async ({
    onTestFinished,
  }) => {
    const folder = emptyFolder(onTestFinished);
    const { code, stdout } = await talk(
      folder,
      ['x', ...bare],
      [name, description, ...choices, example, write],
    );
    expect(code).toBe(0);
    expect(stdout).toContain("groundwork new x --name x --description 'Keeps things'");
    expect(JSON.parse(readFileSync(join(folder, 'x/groundwork.json'), 'utf8'))).toMatchObject({
      name: 'x',
      description: 'Keeps things',
    });
  });

  test('is asked for the folder when none is named', async ({ onTestFinished }) => {
    const folder = emptyFolder(onTestFinished);
    const where: Line = ['In which folder', enter];
    const { code } = await talk(folder, bare, [
      where,
      name,
      description,
      ...choices,
      example,
      write,
    ]);
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'my-api/groundwork.json'))).toBe(true);
  });

  test('is not asked what the flags say', async ({ onTestFinished }) => {
    const folder = emptyFolder(onTestFinished);
    const chosen = open.flatMap(({ id, default: standard }) => [`--${id}`, standard]);
    const flags = ['--name', 'x', '--description', '', '--no-example', ...chosen, ...bare];
    const { code, stdout } = await talk(folder, ['x', ...flags], [write]);
    expect(code).toBe(0);
    expect(stdout).not.toContain('What is the project called?');
  });

  test('is told at once that a name will not do', async ({ onTestFinished }) => {
    const folder = emptyFolder(onTestFinished);
    const wrong: Line = ['What is the project called?', `Not ok${enter}`];
    const told: Line = ['lower-case', interrupt];
    const { code } = await talk(folder, ['x', ...bare], [wrong, told]);
    expect(code).toBe(130);
  });

  test.for<readonly [string, readonly Line[]]>([
    ['Ctrl-C at the first question', [['What is the project called?', interrupt]]],
    ['Ctrl-D at the second', [name, ['What does it do', '\u0004']]],
    ['Esc at a later one', [name, description, ...choices, ['Begin with an example', '\u001b']]],
    ['Ctrl-C at the last', [name, description, ...choices, example, ['Write it?', interrupt]]],
    ['no at the last', [name, description, ...choices, example, ['Write it?', 'n']]],
  ])('cancels by %s: nothing is written, exit code 130', async ([, lines], { onTestFinished }) => {
    const folder = emptyFolder(onTestFinished);
    const { code, stdout } = await talk(folder, ['x', ...bare], lines);
    expect(code).toBe(130);
    expect(stdout).toContain('Cancelled; nothing was written.');
    expect(readdirSync(folder)).toEqual([]);
  });
});
