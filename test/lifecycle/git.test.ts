import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, groundwork } from './cli.ts';

const words = ['new', 'x', '--yes', '--no-install', '--json'] as const;

const identity = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', [...args], { cwd, encoding: 'utf8', env: { ...process.env, ...identity } });

test('a new project is a repository with one commit of everything but secrets', async () => {
  const folder = emptyFolder();
  const { stdout } = await groundwork(words, { cwd: folder, env: identity });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, git: 'done', warnings: [] });
  const root = join(folder, 'x');
  expect(git(root, 'log', '--format=%s')).toBe('chore: create x with groundwork\n');
  expect(git(root, 'status', '--porcelain')).toBe('');
  const tracked = git(root, 'ls-files').split('\n');
  expect(tracked).toContain('.env.example');
  expect(tracked).not.toContain('.env');
});

test('no repository is made inside another, whatever git was told before', async () => {
  const folder = emptyFolder();
  git(folder, 'init', '--quiet');
  const { stdout } = await groundwork(words, {
    cwd: folder,
    env: { ...identity, GIT_DIR: '/tmp' },
  });
  expect(JSON.parse(stdout)).toMatchObject({
    git: 'skipped',
    warnings: ['the folder lies in a git repository: none was made.'],
  });
  expect(existsSync(join(folder, 'x/.git'))).toBe(false);
  expect(git(folder, 'status', '--porcelain')).toBe('?? x/\n');
});

test('where git does not know who commits, the files are staged and that is said', async () => {
  const folder = emptyFolder();
  const nobody = {
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: '',
    GIT_COMMITTER_NAME: '',
  };
  const { stdout, code } = await groundwork(words, { cwd: folder, env: nobody });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    git: 'done',
    warnings: [expect.stringContaining('staged but not committed')],
  });
  expect(git(join(folder, 'x'), 'diff', '--cached', '--name-only')).toContain('groundwork.json');
});

test('where there is no git, the project is written and that is said', async () => {
  const folder = emptyFolder();
  const { stdout, code } = await groundwork(words, { cwd: folder, env: { PATH: folder } });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    git: 'failed',
    warnings: ['no git repository was made (git: not installed).'],
  });
});
