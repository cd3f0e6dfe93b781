import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { thisGenerator } from '../../../generators/core/faces/generator.ts';
import { inTheWay } from '../../../generators/core/merge/step.ts';
import { checkRepository } from '../../../generators/core/repository/check.ts';
import type { Check } from '../../../generators/core/repository/check.ts';
import { openRepository } from '../../../generators/core/repository/open.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { snapshot } from '../apply/files.ts';
import { makeFolder } from '../apply/folder.ts';
import { repository } from '../shape/sources.ts';
import { specInput } from '../spec/spec-input.ts';
import { bringTo, planTo, resource, specOf, writeProject } from './project.ts';

async function check(root: string): Promise<Check> {
  return checkRepository(await openRepository(root, 'read', thisGenerator()));
}

const edit = (path: string, change: (text: string) => string) => (root: string) => {
  writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));
};

const shown = ({ drift, edited, deleted }: Check) => [
  ...drift.map(({ path, kind }) => `${kind} ${path}`),
  ...edited.map((path) => `edited ${path}`),
  ...deleted.map((path) => `deleted ${path}`),
];

/** Formats some managed files by other settings, with the formatter that is installed. */
const reformat = (settings: string) => async (root: string) => {
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, settings), '{ "tabWidth": 4 }\n');
  for (const path of ['tsconfig.json', 'renovate.json']) {
    const text = readFileSync(join(root, path), 'utf8');
    const formatted = await format(text, { parser: 'json', tabWidth: 4 });
    expect(formatted).not.toBe(text);
    writeFileSync(join(root, path), formatted);
  }
};

/** Of the table of books. */
const migration = 'src/data/migrations/19700101000001_create_books.ts';

const crlf = (text: string) => text.replaceAll('\n', '\r\n');

const table: readonly (readonly [
  what: string,
  (root: string) => void | Promise<void>,
  readonly string[],
])[] = [
  ['nothing', () => undefined, []],
  [
    'a file of the team edited',
    edit('src/app.ts', (text) => `${text}// ours\n`),
    ['edited src/app.ts'],
  ],
  [
    'a file of the team deleted',
    (root) => rmSync(join(root, 'src/app.ts')),
    ['deleted src/app.ts'],
  ],
  ['a migration edited', edit(migration, (text) => `${text}// ours\n`), [`edited ${migration}`]],
  ['a migration deleted', (root) => rmSync(join(root, migration)), [`deleted ${migration}`]],
  [
    'a folder in the place of a migration',
    (root) => {
      rmSync(join(root, migration));
      mkdirSync(join(root, migration));
    },
    [`edited ${migration}`],
  ],
  ['a migration with other line ends', edit(migration, crlf), []],
  [
    'a migration of the team',
    (root) => writeFileSync(join(root, 'src/data/migrations/20260101000000_ours.ts'), ''),
    [],
  ],
  [
    'a migration deleted with its record',
    (root) => {
      rmSync(join(root, migration));
      rmSync(join(root, '.groundwork/migrations/19700101000001_create_books.ts.sha256'));
    },
    [],
  ],
  ['a managed file edited', edit('.gitignore', (text) => `${text}x\n`), ['managed .gitignore']],
  [
    'a managed file missing',
    (root) => rmSync(join(root, '.editorconfig')),
    ['managed .editorconfig'],
  ],
  [
    'a managed file made to run',
    (root) => chmodSync(join(root, '.nvmrc'), 0o755),
    ['managed .nvmrc'],
  ],
  ['managed files formatted as the team does', reformat('.prettierrc'), []],
  [
    'the settings of the formatter edited, and managed files formatted',
    reformat('.prettierrc.json'),
    ['managed .prettierrc.json'],
  ],
  ['a managed file with other line ends', edit('tsconfig.json', crlf), []],
  ['a version raised by a bot', edit('.nvmrc', () => '24.99.0\n'), []],
  [
    'another choice',
    edit('groundwork.json', (text) => text.replace('"ci": "github"', '"ci": "none"')),
    ['spec groundwork.json'],
  ],
  [
    'a spec that is only laid out otherwise',
    edit('groundwork.json', (text) => JSON.stringify(JSON.parse(text))),
    [],
  ],
  [
    'another field',
    edit('.groundwork/resources/book.json', (text) => text.replace('"title"', '"name"')),
    ['spec .groundwork/resources/book.json'],
  ],
  [
    'a resource taken out',
    (root) => rmSync(join(root, '.groundwork/resources/book.json')),
    ['spec .groundwork/resources/book.json'],
  ],
  [
    'a resource put in',
    (root) => {
      const text = JSON.stringify(resource('author'));
      writeFileSync(join(root, '.groundwork/resources/author.json'), text);
    },
    ['spec .groundwork/resources/author.json'],
  ],
  [
    'the schema missing',
    (root) => rmSync(join(root, '.groundwork/schema.json')),
    ['state .groundwork/schema.json'],
  ],
  [
    'the schema edited',
    (root) => appendFileSync(join(root, '.groundwork/schema.json'), '\n'),
    ['state .groundwork/schema.json'],
  ],
];

test.each(table)('%s', async (_, change, expected) => {
  const root = await writeProject(makeFolder(), specOf(resource('book')));
  await change(root);
  const before = snapshot(root);
  expect(shown(await check(root))).toEqual(expected);
  expect(snapshot(root)).toEqual(before);
});

test.each(table)('%s: apply leaves no drift', async (_, change) => {
  const root = await writeProject(makeFolder(), specOf(resource('book')));
  await change(root);
  await bringTo(root, undefined, { healing: true, restore: true });
  expect((await check(root)).drift).toEqual([]);
});

test('a folder where a managed file belongs is in the way', async () => {
  const root = await writeProject(makeFolder(), specOf(resource('book')));
  rmSync(join(root, '.nvmrc'));
  mkdirSync(join(root, '.nvmrc'));
  expect(shown(await check(root))).toEqual(['managed .nvmrc']);
  const plan = await planTo(root, undefined, { healing: true, restore: true });
  expect(plan.changes.filter(({ action }) => action === 'conflict')).toEqual([
    { path: '.nvmrc', action: 'conflict', why: inTheWay, marked: false },
  ]);
});

test('migrations of a folder for each table are told apart by it', async () => {
  const spec = parseSpec(
    specInput({ stack: 'django', resources: [resource('book'), resource('author')] }),
  );
  const root = await writeProject(makeFolder(), spec);
  expect(shown(await check(root))).toEqual([]);
  const [books, authors] = ['books', 'authors'].map(
    (many) => `apps/${many}/migrations/0001_initial.py`,
  );
  appendFileSync(join(root, books ?? ''), '# ours\n');
  rmSync(join(root, authors ?? ''));
  expect(shown(await check(root))).toEqual([`edited ${books}`, `deleted ${authors}`]);
});
