import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { snapshot } from '../unit/apply/files.ts';
import { bare, emptyFolder, groundwork, isSentence, program, run } from './cli.ts';

describe('words that mean nothing are refused with the nearest that do', () => {
  test.concurrent.for<readonly [readonly string[], string]>([
    [['nwe', 'x'], 'nwe is no command; did you mean new?'],
    [['--frobnicate'], '--frobnicate is no command; one of: new, resource, field, '],
    [
      ['new', 'x', '--databse', 'sqlite'],
      '--databse is no flag of this command; did you mean --database?',
    ],
    [['new', 'x', '--database', 'sqlit'], 'database "sqlit" is no choice; did you mean sqlite?'],
    [['new', 'x', '--auth', 'password'], 'auth "password" is no choice; '],
    [['new', 'x', '--name', 'A B'], 'name must be lower-case letters'],
    [['new', 'x', '--name'], '--name needs a value: --name NAME.'],
    [['new', 'x', '--yes=1'], '--yes takes no value.'],
    [['new'], 'Say where the project goes: groundwork new <dir>.'],
    [['new', 'a', 'b'], 'One folder at a time: a, b.'],
    [['choices', '--jsn'], '--jsn is no flag of this command; did you mean --json?'],
    [['schema', '--yes'], '--yes is no flag of this command; '],
  ])('%j', async ([words, sentence], { onTestFinished }) => {
    const folder = emptyFolder(onTestFinished);
    const { code, stderr, stdout } = await groundwork(words, { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/^[^\n]+\n$/u);
    expect(snapshot(folder)).toEqual({});
  });
});

const refusalOf = async (content: string) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'a.json'), content);
  const words = ['new', 'x', ...bare, '--answers', 'a.json', '--json'];
  const { code, stdout, stderr } = await groundwork(words, { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  expect(Object.keys(snapshot(folder))).toEqual(['a.json']);
  return JSON.parse(stdout) as { readonly error: string; readonly faults: { path: string }[] };
};

describe('answers that are wrong', () => {
  test('are told all at once, in one JSON document', async () => {
    const { error, faults } = await refusalOf(
      JSON.stringify({ stack: 'fastfy', colour: 'red', example: 1, resources: [{ name: 'A' }] }),
    );
    expect(error).toBe('6 answers are wrong; mend them and run the command again.');
    expect(faults.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'stack',
        'colour',
        'example',
        'resources[0].name',
        'resources[0].fields',
      ]),
    );
  });

  test('that are not JSON are one sentence', async () => {
    expect((await refusalOf('{"name":\n"x",\n}')).error).toMatch(
      /^--answers: a\.json is not JSON: [^\n]+\.$/u,
    );
  });
});

describe('what stands in the target', () => {
  test('is listed, and nothing is written', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'x/sub'), { recursive: true });
    writeFileSync(join(folder, 'x/README.md'), 'mine');
    writeFileSync(join(folder, 'x/sub/notes.txt'), 'mine');
    const before = snapshot(folder);
    const { code, stderr } = await groundwork(['new', 'x', ...bare], { cwd: folder });
    expect(code).toBe(3);
    expect(stderr).toContain('holds files that would be overwritten; name an empty folder');
    expect(stderr).toContain('  README.md: exists with other content\n');
    expect(stderr).toContain('  sub/: holds what is not ours (files: 1)\n');
    expect(snapshot(folder)).toEqual(before);
  });

  test('is listed when none of it is in the way, too', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'x'));
    writeFileSync(join(folder, 'x/notes.txt'), 'mine');
    const before = snapshot(folder);
    const { code, stderr } = await groundwork(['new', 'x', ...bare], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('holds other files; name an empty folder, or say --force');
    expect(stderr).toContain('  notes.txt: is not ours\n');
    expect(snapshot(folder)).toEqual(before);
  });

  test('is not committed with --force', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'x'));
    writeFileSync(join(folder, 'x/token.txt'), 'secret');
    const words = ['new', 'x', '--yes', '--no-install', '--force'];
    const { code, stdout } = await groundwork(words, { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('nothing is committed');
    const git = ['-C', join(folder, 'x'), 'diff', '--cached', '--name-only'];
    expect(execFileSync('git', git, { encoding: 'utf8' })).toBe('');
  });

  test('is kept beside the new with --force, and that is said', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'x'));
    writeFileSync(join(folder, 'x/README.md'), 'mine');
    writeFileSync(join(folder, 'x/notes.txt'), 'mine');
    const { code, stdout } = await groundwork(['new', 'x', ...bare, '--force'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('overwrite README.md (what it held is kept in README.md.orig)');
    expect(readFileSync(join(folder, 'x/README.md.orig'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'x/notes.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(folder, 'x/README.md'), 'utf8')).toMatch(/^# x\n/u);
  });

  test('may be a project already, which is left alone', async () => {
    const folder = emptyFolder();
    await groundwork(['new', 'x', ...bare], { cwd: folder });
    const before = snapshot(folder);
    for (const more of [[], ['--force']]) {
      const again = await groundwork(['new', 'x', ...bare, ...more], { cwd: folder });
      expect(again.code).toBe(1);
      expect(again.stderr).toMatch(/holds a Groundwork project already; name another folder\.\n$/u);
    }
    expect(snapshot(folder)).toEqual(before);
  });
});

describe('a symbolic link that leads out of the target is never followed', () => {
  test.concurrent.for([
    ['as the target', 'x'],
    ['as a folder of it', 'x/src'],
    ['as a folder below', 'x/.groundwork/base'],
    ['as the state', 'x/.groundwork'],
    ['as a file', 'x/README.md'],
    ['as the manifest', 'x/groundwork.json'],
    ['as the unfinished work', 'x/.groundwork/txn'],
  ])('%s', async ([, path = ''], { onTestFinished }) => {
    const folder = emptyFolder(onTestFinished);
    const outside = emptyFolder(onTestFinished);
    writeFileSync(join(outside, 'README.md'), 'theirs');
    mkdirSync(join(folder, path, '..'), { recursive: true });
    symlinkSync(path.endsWith('.md') ? join(outside, 'README.md') : outside, join(folder, path));
    for (const force of [[], ['--force']]) {
      const answer = await groundwork(['new', 'x', ...bare, ...force], { cwd: folder });
      expect([1, 3]).toContain(answer.code);
      expect(answer.stderr).not.toMatch(/fault of groundwork|\bat .*:\d+/u);
      expect(answer.stderr.split('\n')[0]).toMatch(/[.]$/u);
    }
    expect(snapshot(outside)).toEqual({ 'README.md': '644 theirs' });
  });
});

describe('what the system refuses is told in one sentence, and nothing is half written', () => {
  const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] as const;
  const asOrdinaryUser = (words: readonly string[], cwd: string) => {
    const command = [process.execPath, program, ...words] as const;
    const setting = { cwd, env: { HOME: '/nonexistent', NODE_COMPILE_CACHE: '' } };
    return process.getuid?.() === 0
      ? run([...nobody, ...command], setting)
      : run([...command], setting);
  };

  test.for([
    ['a folder that may only be read', 0o555],
    ['a folder that may not be looked into', 0o700],
    ['a folder that may not even be listed', 0o711],
  ] as const)('%s', async ([, mode]) => {
    const folder = emptyFolder();
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'closed'));
    chmodSync(join(folder, 'closed'), process.getuid?.() === 0 ? mode : mode & 0o555);
    for (const target of ['closed', 'closed/x/y']) {
      const words = ['new', target, '--name', 'x', ...bare];
      const { code, stderr } = await asOrdinaryUser(words, folder);
      expect({ target, code }).toEqual({ target, code: 1 });
      expect(stderr).toSatisfy(isSentence);
    }
    chmodSync(join(folder, 'closed'), 0o755);
    expect(snapshot(folder)).toEqual({ closed: 'folder' });
  });

  test.concurrent.for([
    ['a file as the folder', 'file'],
    ['a file on the way', 'file/x'],
    ['a name that is too long', 'n'.repeat(300)],
    ['a way that is too long', 'some/way/'.repeat(600)],
  ])('%s', async ([, target = ''], { onTestFinished }) => {
    const folder = emptyFolder(onTestFinished);
    writeFileSync(join(folder, 'file'), 'mine');
    for (const more of [[], ['--dry-run']]) {
      const words = ['new', target, '--name', 'x', ...bare, ...more];
      const { code, stderr } = await groundwork(words, { cwd: folder });
      expect(code).toBe(1);
      expect(stderr).toSatisfy(isSentence);
      expect(stderr).not.toContain('earlier write');
    }
    expect(snapshot(folder)).toEqual({ file: '644 mine' });
  });
});

test('a fault is told without a stack trace, and with one where that is asked for', async () => {
  const folder = emptyFolder();
  const plain = await groundwork(['new', 'A'], { cwd: folder });
  expect(plain.stderr).toSatisfy(isSentence);
  const debug = await groundwork(['new', 'A', '--debug'], { cwd: folder });
  expect(debug.stderr).toMatch(/\n {4}at .+:\d+/u);
});
