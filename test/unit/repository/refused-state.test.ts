import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thisGenerator } from '../../../generators/core/faces/generator.ts';
import { openRepository } from '../../../generators/core/repository/open.ts';
import { snapshot } from '../apply/files.ts';
import { damaged, write } from './damaged.ts';
import type { Damage } from './damaged.ts';

const refused: readonly (readonly [what: string, damage: Damage, message: RegExp])[] = [
  [
    'the manifest holds resources, which stand in files of their own',
    (root) => {
      const path = join(root, 'groundwork.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace('{', '{ "resources": [],'));
    },
    /groundwork\.json: resources stand in \.groundwork\/resources\/, a file for each/u,
  ],
  ['the manifest is no JSON', write('groundwork.json', '{'), /groundwork\.json is not JSON/u],
  [
    'the manifest holds conflict markers',
    write('groundwork.json', '<<<<<<< a\n'),
    /groundwork\.json is not JSON/u,
  ],
  [
    'the manifest names no generator',
    write('groundwork.json', '{}'),
    /does not say which generator/u,
  ],
  [
    'a resource is no JSON',
    write('.groundwork/resources/book.json', '{'),
    /book\.json is not JSON/u,
  ],
  [
    'a resource has a key twice, as a merge may leave it',
    write('.groundwork/resources/book.json', '{"name":"book","fields":[{"name":"a","name" :"b"}]}'),
    /book\.json has "name" twice in one object, of which one must go\./u,
  ],
  [
    'a resource is not valid',
    write('.groundwork/resources/book.json', '{"name":"book","fields":[]}'),
    /^\.groundwork\/resources\/book\.json: book\.fields /u,
  ],
  [
    'a field is not valid',
    write(
      '.groundwork/resources/book.json',
      '{"name":"book","fields":[{"name":"title","type":"string","maxLength":999}]}',
    ),
    /^\.groundwork\/resources\/book\.json: book\.title\.maxLength /u,
  ],
  [
    'a resource has no name',
    write('.groundwork/resources/book.json', '[]'),
    /^\.groundwork\/resources\/book\.json must be an object/u,
  ],
  [
    'a choice is not valid',
    (root) => {
      const text = readFileSync(join(root, 'groundwork.json'), 'utf8');
      writeFileSync(join(root, 'groundwork.json'), text.replace('"sqlite"', '"oracle"'));
    },
    /^groundwork\.json: database "oracle" is no choice/u,
  ],
  [
    'a resource has the name of another file',
    write('.groundwork/resources/book.json', '{"name":"cat"}'),
    /book\.json holds a resource called "cat"/u,
  ],
  [
    'all of the state is missing',
    (root) => rmSync(join(root, '.groundwork'), { recursive: true }),
    /is a copy/u,
  ],
  [
    'the list of conflicts is no list',
    write('.groundwork/pending.json', '{}'),
    /pending\.json lists no files/u,
  ],
];

test.each(refused)('%s: every command refuses with a sentence', async (_, damage, message) => {
  const { root } = await damaged(damage);
  const was = snapshot(root);
  for (const purpose of ['read', 'write', 'upgrade'] as const) {
    await expect(openRepository(root, purpose, thisGenerator())).rejects.toThrow(message);
  }
  expect(snapshot(root)).toEqual(was);
});

test('a journal that came with a clone is not carried out', async () => {
  const { root } = await damaged(() => undefined);
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  mkdirSync(join(root, '.groundwork/txn'));
  writeFileSync(join(root, '.groundwork/txn/journal.json'), '{}');
  execFileSync('git', ['add', '--force', '.groundwork/txn'], { cwd: root });
  await expect(openRepository(root, 'write', thisGenerator())).rejects.toThrow('tracked by git');
  await expect(openRepository(root, 'read', thisGenerator())).rejects.toThrow('was interrupted');
});
