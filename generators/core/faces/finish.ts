import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cast } from '../model/load.ts';
import { exitCodes, Refusal } from '../refusal.ts';
import { lastOf } from '../render/render.ts';
import { runCommand } from './run-command.ts';
import type { Ran } from './run-command.ts';

export type Outcome = 'done' | 'skipped' | 'failed';

/** What was done after the files were written, and what the reader should know of it. */
export interface Finished {
  readonly install: Outcome;
  readonly git: Outcome;
  readonly verify: Outcome;
  readonly warnings: readonly string[];
}

export interface FinishOptions {
  readonly install: boolean;
  readonly git: boolean;
  readonly verify: boolean;
  readonly signal: AbortSignal;
  /** Tells the person what is going on. */
  readonly progress: (line: string) => void;
}

const outcome = ({ ok }: Ran): Outcome => (ok ? 'done' : 'failed');

async function install(
  root: string,
  cast: Cast,
  { signal, progress }: FinishOptions,
): Promise<Ran> {
  const command = lastOf(cast.stacks, (stack) => stack.install);
  const folder = lastOf(cast.stacks, (stack) => stack.installed);
  if (command === undefined) return { ok: true, why: '' };
  const had = folder !== undefined && existsSync(join(root, folder));
  progress(`Installing: ${command.join(' ')}`);
  const ran = await runCommand(command, root, { signal });
  if (signal.aborted) {
    if (folder !== undefined && !had)
      await rm(join(root, folder), { recursive: true, force: true });
    throw new Refusal('Cancelled; the project is written, its packages are not installed.', {
      exitCode: exitCodes.cancelled,
    });
  }
  return ran;
}

async function firstCommit(root: string, cast: Cast, { signal, progress }: FinishOptions) {
  const git = (...words: string[]) => runCommand(['git', ...words], root, { quiet: true, signal });
  const there = await git('--version');
  if (!there.ok) return { git: 'failed' as const, warning: 'git is not installed: no repository.' };
  if ((await git('rev-parse', '--git-dir')).ok) {
    return {
      git: 'skipped' as const,
      warning: 'the folder lies in a git repository: none was made.',
    };
  }
  progress('Creating a git repository');
  const made = await git('init', '--initial-branch=main');
  if (!made.ok) return { git: 'failed' as const, warning: `git init failed (${made.why}).` };
  await git('add', '--all');
  const message = `chore: create ${cast.model.spec.name} with groundwork`;
  const committed = await git('commit', '--message', message);
  if (committed.ok) return { git: 'done' as const };
  return {
    git: 'done' as const,
    warning: 'the files are staged but not committed: tell git who you are, then run git commit.',
  };
}

/** Installs, verifies and commits, as asked. What fails is told; the files stay written. */
export async function finish(root: string, cast: Cast, options: FinishOptions): Promise<Finished> {
  const warnings: string[] = [];
  let installed: Outcome = 'skipped';
  let verified: Outcome = 'skipped';
  let repository: Outcome = 'skipped';
  if (options.install || options.verify) {
    const ran = await install(root, cast, options);
    installed = outcome(ran);
    if (!ran.ok) warnings.push(`installing failed (${ran.why}); the files are written.`);
  }
  if (options.git) {
    const { git, warning } = await firstCommit(root, cast, options);
    repository = git;
    if (warning !== undefined) warnings.push(warning);
  }
  const check = lastOf(cast.stacks, (stack) => stack.verify);
  if (options.verify && check !== undefined) {
    options.progress(`Verifying: ${check.join(' ')}`);
    verified = installed === 'done' ? outcome(await runCommand(check, root, options)) : 'failed';
  }
  return { install: installed, git: repository, verify: verified, warnings };
}
