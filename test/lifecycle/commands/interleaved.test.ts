import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { thisGenerator } from '../../../generators/core/faces/generator.ts';
import {
  applyChange,
  openChange,
  planChange,
} from '../../../generators/core/faces/change/change-run.ts';
import { checkRepository } from '../../../generators/core/repository/check.ts';
import { openRepository } from '../../../generators/core/repository/open.ts';
import { snapshot } from '../../unit/apply/files.ts';
import { commands, flags, say } from './say.ts';
import type { Said } from './say.ts';
import { author, book, projectWith } from './shop.ts';

const signal = new AbortController().signal;

const open = (root: string, [name, ...words]: Said) =>
  openChange(commands[name], root, words, flags);

const driftOf = async (root: string) =>
  (await checkRepository(await openRepository(root, 'read', thisGenerator()))).drift;

const edited =
  (path: string, change: (text: string) => string) =>
  (root: string): Promise<void> => {
    writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));
    return Promise.resolve();
  };

const another =
  (...said: Said) =>
  async (root: string): Promise<void> => {
    await say(root, said);
  };

const command: Said = ['field', 'author', 'born:date:optional'];

const table: readonly (readonly [string, Said, (root: string) => Promise<void>, string])[] = [
  [
    'another command that adds a field',
    command,
    another('field', 'author', 'died:date:optional'),
    '.groundwork/resources/author.json',
  ],
  [
    'another command that adds a resource',
    ['resource', 'order', 'sum:decimal'],
    another('resource', 'shelf', 'size:decimal'),
    '.groundwork/base/project.br',
  ],
  [
    'another command that takes a resource away',
    command,
    another('remove', 'resource', 'book'),
    '.groundwork/resources/book.json',
  ],
  [
    'an edit of the choices',
    command,
    edited('groundwork.json', (text) => text.replace('"description": ""', '"description": "x"')),
    'groundwork.json',
  ],
  [
    'an edit of another resource',
    command,
    edited('.groundwork/resources/book.json', (text) => text.replace('"title"', '"name"')),
    '.groundwork/resources/book.json',
  ],
  [
    'a baseline that comes from elsewhere',
    command,
    edited('.groundwork/base/resources/book.br', (text) =>
      text.replace('"version":"', '"version":"9'),
    ),
    '.groundwork/base/resources/book.br',
  ],
];

const message = (path: string) =>
  `"${path}" changed while groundwork was working; nothing was written, run the command again.`;

describe.each(table)('%s in between is noticed', (_, said, meanwhile, path) => {
  test('while questions were asked', async () => {
    const root = await projectWith([author, book]);
    const opened = await open(root, said);
    await meanwhile(root);
    const was = snapshot(root);
    await expect(planChange(opened)).rejects.toThrow(message(path));
    expect(snapshot(root)).toEqual(was);
  });

  test('while the plan was read', async () => {
    const root = await projectWith([author, book]);
    const planned = await planChange(await open(root, said));
    await meanwhile(root);
    const was = snapshot(root);
    await expect(applyChange(planned, signal)).rejects.toThrow(message(path));
    expect(snapshot(root)).toEqual(was);
  });
});

test('the same commands one after the other lose nothing', async () => {
  const root = await projectWith([author, book]);
  await say(root, ['resource', 'order', 'sum:decimal']);
  await say(root, ['resource', 'shelf', 'size:decimal']);
  await say(root, ['remove', 'resource', 'order']);
  expect(await driftOf(root)).toEqual([]);
});
