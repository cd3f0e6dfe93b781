import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { snapshot } from '../unit/apply/files.ts';
import { bare, emptyFolder, groundwork, isSentence } from './cli.ts';

/** A folder to work in, below one in which nothing may change. */
function sandbox(afterwards: Parameters<typeof emptyFolder>[0]) {
  // Capitals: `..` must never happen to be the name of a project.
  const around = join(emptyFolder(afterwards), 'AROUND');
  mkdirSync(around);
  const inside = join(around, 'inside');
  mkdirSync(inside);
  writeFileSync(join(around, 'canary'), 'alive');
  const changed = (): readonly string[] =>
    readdirSync(around).filter((name) => name !== 'inside' && name !== 'canary');
  return { inside, changed };
}

describe.concurrent('a hostile name through the command line', () => {
  test.for<readonly [readonly string[]]>([
    [['x', '--name', '../evil']],
    [['x', '--name', 'con']],
    [['x', '--name', '$(touch ../evil)']],
    [['x', '--name', 'a\u0000b'.replace('\u0000', '\u0001')]],
    [['x', '--name', 'n'.repeat(300)]],
    [['x', '--name', '--yes']],
    [['x', '--description', 'two\nlines']],
    [['x', '--description', 'd'.repeat(300)]],
    [['CON']],
    [['a"b']],
    [['<% 1 %>']],
    [['📚']],
    [['..']],
  ])('%j is refused in one sentence, exit code 2', async ([words], { onTestFinished }) => {
    const { inside, changed } = sandbox(onTestFinished);
    const { code, stdout, stderr } = await groundwork(['new', ...words, ...bare], { cwd: inside });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toSatisfy(isSentence);
    expect(snapshot(inside)).toEqual({});
    expect(changed()).toEqual([]);
  });

  test.for([
    ['$(touch ../evil)'],
    ["'; drop table tasks; --"],
    ['<% 1 %> ${x} {{ y }}'],
    ['📚 é 日本'],
    ['--yes'],
  ])('the description %j comes out intact', async ([description = ''], { onTestFinished }) => {
    const { inside, changed } = sandbox(onTestFinished);
    const words = ['new', 'x', ...bare, `--description=${description}`];
    const { code, stderr } = await groundwork(words, { cwd: inside });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of ['package.json', 'groundwork.json']) {
      const held = JSON.parse(readFileSync(join(inside, 'x', name), 'utf8')) as object;
      expect(held).toMatchObject({ description });
    }
    expect(changed()).toEqual([]);
  });

  test.for([['a b'], ["it's"], ['-rf'], ['$(touch evil)'], ['new\nline'], ['a"b\\c']])(
    'the folder %j is that very folder',
    async ([folder = ''], { onTestFinished }) => {
      const { inside, changed } = sandbox(onTestFinished);
      const words = ['new', '--name', 'x', ...bare, '--', folder];
      const { code, stderr } = await groundwork(words, { cwd: inside });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(readdirSync(inside)).toEqual([folder]);
      expect(readdirSync(join(inside, folder))).toContain('groundwork.json');
      expect(changed()).toEqual([]);
    },
  );
});
