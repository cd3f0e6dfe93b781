import { join } from 'node:path';
import { expect, test } from 'vitest';
import { snapshot } from '../../unit/apply/files.ts';
import { groundwork, run } from '../cli.ts';
import { settled } from './say.ts';
import { author, projectWith } from './shop.ts';

const child = join(import.meta.dirname, 'yeoman-child.ts');

const yeoman = (cwd: string, words: readonly string[]) =>
  run([process.execPath, child, ...words], { cwd });

/** Each door once, in an order in which all of them have something to do. */
const lines: readonly (readonly string[])[] = [
  ['resource', 'book', 'title:string:max=80', 'author:ref=author', '--plural', 'library'],
  ['field', 'book', 'pages:integer:min=1:optional', 'isbn:string:fill=none'],
  ['remove', 'field', 'book', 'pages', '--allow-data-loss'],
  ['set', 'ci=github', 'delivery=none'],
  ['upgrade'],
];

const flags = ['--yes', '--no-install'];

test('the doors of Yeoman do what the own door does, from any folder of the project', async () => {
  const [one, other] = [await projectWith([author]), await projectWith([author])];
  for (const words of lines) {
    const own = await groundwork([...words, ...flags], { cwd: join(other, 'src') });
    const { code, stdout, stderr } = await yeoman(join(one, 'src'), [...words, ...flags]);
    expect({ code, stderr }, words.join(' ')).toEqual({ code: own.code, stderr: '' });
    expect(stdout.replaceAll(one, other)).toContain(own.stdout);
  }
  expect(settled(one)).toEqual(settled(other));
  expect(await groundwork(['check'], { cwd: one })).toMatchObject({ code: 0 });
}, 60_000);

test('they refuse with the same sentence and exit code, and write nothing', async () => {
  const root = await projectWith([author]);
  const before = snapshot(root);
  for (const words of [
    ['remove', 'resource', 'autor'],
    ['field', 'author', 'born:dat'],
    ['resource', 'author', 'name:text'],
  ]) {
    const { code, stderr } = await groundwork(words, { cwd: root });
    expect(await yeoman(root, words)).toMatchObject({ code, stderr });
  }
  expect(snapshot(root)).toEqual(before);
}, 60_000);

test('upgrade --check only looks', async () => {
  const root = await projectWith([author]);
  const before = snapshot(root);
  const { stdout } = await groundwork(['upgrade', '--check'], { cwd: root });
  expect(await yeoman(root, ['upgrade', '--check'])).toMatchObject({ code: 0, stdout });
  expect(snapshot(root)).toEqual(before);
});
