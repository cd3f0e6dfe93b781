import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseFlags } from '../../../generators/core/faces/flags.ts';
import type { FlagValues } from '../../../generators/core/faces/flags.ts';
import { newFlags } from '../../../generators/core/faces/new-flags.ts';
import { equivalentCommand, openSession } from '../../../generators/core/faces/new-session.ts';
import { folderWith } from '../render/folder-with.ts';

/** The words that a real shell makes of a command. */
function wordsOf(command: string): readonly string[] {
  const script = `words() { for word in "$@"; do printf '%s\\0' "$word"; done; }; words ${command}`;
  const { stdout, status } = spawnSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.split('\0').slice(0, -1);
}

const program = 'npm start -- new';

/** The session of a call, and that of the command which is printed for it. */
async function twice(directory: string, values: FlagValues) {
  const first = await openSession(directory, values, undefined);
  const words = wordsOf(equivalentCommand(program, first, values));
  expect(words.slice(0, 4)).toEqual(['npm', 'start', '--', 'new']);
  const again = parseFlags(words.slice(4), newFlags);
  expect(again.positionals).toHaveLength(1);
  return { first, again, second: await openSession(again.positionals[0], again.values, undefined) };
}

const book = { name: 'book', fields: [{ name: 'title', type: 'string' }] };

describe('the printed command gives the same spec and folder', () => {
  test.each<[string, FlagValues]>([
    ['shop', {}],
    ['some/shop', { example: false }],
    ['../shop', { description: `It's "a" $HOME \`id\` $(id) \\ ; & | * ? # ! ~ { } < >` }],
    ['shop', { description: '--yes' }],
    ['shop', { description: '-h' }],
    ['shop', { description: '-' }],
    ['shop', { description: '📚 é 日本 %s %0 !!' }],
    ["a b'c", { name: 'shop' }],
    ['-shop', { name: 'shop' }],
    ['~', { name: 'shop' }],
    ['a\nb', { name: 'shop' }],
    ['/tmp/shop', { install: false, git: false, verify: true, force: true }],
  ])('%j %j', async (directory, values) => {
    const { first, second, again } = await twice(directory, values);
    expect(second).toEqual(first);
    for (const flag of ['install', 'git', 'verify', 'force']) {
      expect(again.values[flag]).toBe(values[flag]);
    }
    expect(again.values['yes']).toBe(true);
  });

  test.each<[object, FlagValues]>([
    [{ resources: [book] }, {}],
    [{ resources: [] }, {}],
    [{ resources: [book] }, { example: true }],
    [{ resources: [book], example: true }, { example: false }],
    [{ resources: [book], example: true }, {}],
    [{ example: false }, {}],
    [{ name: 'other', description: 'From the file' }, { name: 'shop' }],
  ])('with the answers %j and the flags %j', async (answers, values) => {
    const file = join(folderWith({}), "it's answers.json");
    writeFileSync(file, JSON.stringify(answers));
    const { first, second } = await twice('shop', { ...values, answers: file });
    expect(second).toEqual(first);
  });
});

test('the folder we stand in is called by a dot', async () => {
  const session = await openSession('.', { name: 'shop' }, undefined);
  expect(equivalentCommand(program, session, {})).toMatch(/^npm start -- new \. /u);
});
