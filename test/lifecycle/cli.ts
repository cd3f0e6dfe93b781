import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { repository } from '../unit/shape/sources.ts';

export const program = join(repository, 'generators', 'cli', 'main.ts');

/** The children share what they compile, which halves their start. */
const home = mkdtempSync(join(realpathSync(tmpdir()), 'groundwork-home-'));
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Of a developer's shell, and nothing of the test runner's. */
export const environment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: home,
  LANG: 'C.UTF-8',
  TERM: 'xterm',
  SOURCE_DATE_EPOCH: '1764000000',
  NODE_COMPILE_CACHE: join(home, 'compiled'),
};

export interface Answer {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Setting {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads: a text (which may stop short of its end), nothing at all, or a silent pipe. */
  readonly input?: { readonly text: string; readonly stalls?: boolean } | 'closed' | 'silent';
}

/** How long any command may take before it counts as hanging, in milliseconds. */
const patience = 25_000;

/** What a child prints, and how it ends. */
export function answerOf(child: ChildProcess): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  const timer = setTimeout(() => {
    said.stderr += '\nTHE TEST ENDED IT: it hangs\n';
    child.kill('SIGKILL');
  }, patience);
  child.once('close', (code) => {
    clearTimeout(timer);
    resolve({ code, ...said });
  });
  return promise;
}

/** Runs any program in a folder. */
export function run(
  [command, ...words]: readonly [string, ...string[]],
  { cwd, env = {}, input = 'closed' }: Setting,
): Promise<Answer> {
  const stdin = input === 'closed' ? 'ignore' : 'pipe';
  const child = spawn(command, words, {
    cwd,
    env: { ...environment, ...env },
    stdio: [stdin, 'pipe', 'pipe'],
  });
  if (typeof input === 'object') {
    child.stdin?.write(input.text);
    if (input.stalls !== true) child.stdin?.end();
  }
  return answerOf(child);
}

/** Runs `groundwork` from its sources. */
export const groundwork = (words: readonly string[], setting: Setting): Promise<Answer> =>
  run([process.execPath, program, ...words], setting);

/** No packages, no repository: what most tests want of `new`. */
export const bare = ['--yes', '--no-install', '--no-git'] as const;

/** A new empty folder, removed after the test. */
export function emptyFolder(afterwards = onTestFinished): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'groundwork-life-'));
  afterwards(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The sentence of a refusal: one line, no stack trace. */
export const isSentence = (text: string): boolean =>
  /^[^\n]+[.?]\n$/u.test(text) && !/\bat .*:\d+|fault of groundwork|THE TEST/u.test(text);
