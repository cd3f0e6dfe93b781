import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { snapshot } from '../../unit/apply/files.ts';
import { groundwork, run } from '../cli.ts';
import { settled } from './say.ts';
import { author, book, projectWith, tell } from './shop.ts';

const edit = (root: string, path: string, change: (text: string) => string): void => {
  writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));
};

const withoutBaselines = (root: string) =>
  Object.fromEntries(
    Object.entries(settled(root)).filter(([path]) => !path.startsWith('.groundwork/base/')),
  );

describe('check', () => {
  test('finds nothing in a fresh project, and writes nothing', async () => {
    const root = await projectWith([author]);
    const before = snapshot(root);
    const { code, stdout } = await groundwork(['check'], { cwd: root });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${root}: no drift.\n` });
    expect(snapshot(root)).toEqual(before);
  });

  test('says by whom a project of a newer generator is written', async () => {
    const root = await projectWith([author]);
    edit(root, 'groundwork.json', (text) =>
      text.replace(/"version": "[^"]+"/u, '"version": "9.0.0"'),
    );
    const { code, stdout } = await groundwork(['check'], { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toContain('run `npx generator-groundwork@9.0.0 ...`, an older one never writes');
  });

  test('lists what drifted and how, exit code 3, and what is no drift', async () => {
    const root = await projectWith([author]);
    edit(root, '.prettierrc.json', () => '{}\n');
    rmSync(join(root, 'tsconfig.json'));
    edit(root, 'src/app.ts', (text) => `${text}// ours\n`);
    edit(root, 'groundwork.json', (text) =>
      text.replace('"description": ""', '"description": "x"'),
    );
    const before = snapshot(root);
    const { code, told } = await tell(root, ['check']);
    expect(code).toBe(3);
    expect(told).toMatchObject({
      ok: false,
      drift: [
        { path: '.prettierrc.json', kind: 'managed' },
        { path: 'groundwork.json', kind: 'spec' },
        { path: 'tsconfig.json', kind: 'managed' },
      ],
      edited: ['src/app.ts'],
    });
    const { stdout } = await groundwork(['check'], { cwd: root });
    expect(stdout).toContain(
      '  managed  tsconfig.json is missing, though it is kept as generated\n',
    );
    expect(stdout).toContain('Edited by you, which is no drift: src/app.ts\n');
    expect(snapshot(root)).toEqual(before);

    expect(await groundwork(['apply', '--force', '--no-install'], { cwd: root })).toMatchObject({
      code: 0,
    });
    expect(await groundwork(['check'], { cwd: root })).toMatchObject({ code: 0 });
    expect(readFileSync(join(root, 'src/app.ts'), 'utf8')).toMatch(/\/\/ ours\n$/u);
  });
});

describe('diff', () => {
  test.for<readonly [string, readonly string[], readonly string[]]>([
    [
      'other choices',
      ['auth=jwt', 'ci=github', 'delivery=none'],
      ['set', 'auth=jwt', 'ci=github', 'delivery=none'],
    ],
    ['the spec as it was edited', [], ['apply']],
  ])('of %s is what git makes the same of', async ([, words, command], { onTestFinished }) => {
    const root = await projectWith([author], onTestFinished);
    writeFileSync(join(root, '.groundwork/resources/book.json'), JSON.stringify(book));
    edit(root, 'src/app.ts', (text) => `${text}// no end`);
    edit(root, '.prettierrc.json', () => '{}');
    const before = snapshot(root);
    const { code, stdout } = await groundwork(['diff', ...words], { cwd: root });
    expect(code).toBe(0);
    expect(snapshot(root)).toEqual(before);
    expect(stdout).not.toMatch(/SECRET=./u);

    const copy = `${root}-copy`;
    cpSync(root, copy, { recursive: true });
    writeFileSync(join(copy, '../change.patch'), stdout);
    const git = await run(['git', 'apply', '../change.patch'], { cwd: copy });
    expect(git, git.stderr).toMatchObject({ code: 0 });
    expect(
      await groundwork([...command, '--force', '--no-install', '--yes'], { cwd: root }),
    ).toMatchObject({ code: 0 });
    expect(withoutBaselines(copy)).toEqual(withoutBaselines(root));
  });

  test('of nothing is empty', async () => {
    const root = await projectWith([author]);
    expect(await groundwork(['diff'], { cwd: root })).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('explain', () => {
  test('says where a file comes from, whose it is, and what was changed in it', async () => {
    const root = await projectWith([author, book]);
    edit(root, 'src/modules/books/books.service.ts', (text) => `// ours\n${text}`);
    const { code, stdout } = await groundwork(['explain', 'books.service.ts'], {
      cwd: join(root, 'src/modules/books'),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^src\/modules\/books\/books\.service\.ts\n/u);
    expect(stdout).toContain('  template    stacks/node/');
    expect(stdout).toContain('  belongs to  the resource book\n');
    expect(stdout).toContain('  owner       shared: generated, and yours to edit too\n');
    expect(stdout).toContain('\n+// ours\n');
  });

  test.for<readonly [string, object]>([
    ['.prettierrc.json', { owner: 'managed', because: ['stack node'], edited: 'no', diff: '' }],
    ['src/data/database.ts', { because: ['stack node', 'family sql'] }],
    ['.dockerignore', { because: ['every project', 'delivery=docker'] }],
    ['src/modules/authors/authors.service.ts', { unit: 'resources/author' }],
    [
      '.env',
      { generated: false, what: 'holds your secrets; commands only add variables that are new' },
    ],
    ['groundwork.json', { generated: false }],
    ['mine.txt', { generated: false, what: 'was not generated: it is yours' }],
  ])('%s', async ([path, explanation], { onTestFinished }) => {
    const root = await projectWith([author], onTestFinished);
    writeFileSync(join(root, 'mine.txt'), '');
    const { code, told } = await tell(root, ['explain', path]);
    expect({ code, told }).toMatchObject({ code: 0, told: { ok: true, path, ...explanation } });
  });

  test('a file that was deleted is explained, too', async () => {
    const root = await projectWith([author]);
    rmSync(join(root, 'README.md'));
    const { told } = await tell(root, ['explain', 'README.md']);
    expect(told).toMatchObject({ edited: 'deleted' });
  });
});

test('upgrade says whether there is something to do', async () => {
  const root = await projectWith([author]);
  expect((await tell(root, ['upgrade', '--check'])).told).toMatchObject({ ok: true });
  const before = snapshot(root);
  edit(root, 'groundwork.json', (text) => text.replace(/"templates": "\w+"/u, '"templates": "0"'));
  const { code, told } = await tell(root, ['upgrade', '--check']);
  expect({ code, ok: told.ok }).toEqual({ code: 3, ok: false });
  for (const words of [['apply'], ['diff'], ['apply', '--dry-run']]) {
    const { code: refused, stderr } = await groundwork(words, { cwd: root });
    expect(refused, words.join(' ')).toBe(1);
    expect(stderr).toContain('run `groundwork upgrade`');
  }
  expect(await groundwork(['upgrade', '--no-install'], { cwd: root })).toMatchObject({ code: 0 });
  expect(snapshot(root)).toEqual(before);
});
