import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lastOf } from '../render/render.ts';
import { firstCommit } from './first-commit.ts';
import type { Prepared } from './new-project.ts';
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

type Installed = Pick<Finished, 'install' | 'warnings'>;

/** A machine without the program that installs gets its command instead. */
function told({ ok, isMissing, why }: Ran, program: string): Installed {
  if (ok) return { install: 'done', warnings: [] };
  return isMissing === true
    ? { install: 'skipped', warnings: [`no packages were installed (${program}: ${why}).`] }
    : { install: 'failed', warnings: [`installing failed (${why}); the files are written.`] };
}

/** Installs the packages; when that is cancelled, what there is of them goes again. */
export async function install(
  { cast, plan }: Prepared,
  options: Pick<FinishOptions, 'signal' | 'progress'>,
  left = 'and git init there, or delete it',
): Promise<Installed> {
  const command = lastOf(cast.stacks, (stack) => stack.install);
  const folder = lastOf(cast.stacks, (stack) => stack.installed);
  if (command === undefined || folder === undefined) return { install: 'done', warnings: [] };
  const path = join(plan.root, folder);
  const had = existsSync(path);
  options.progress(`Installing: ${command.join(' ')}`);
  const cancelled = `Cancelled; the project is written: say ${command.join(' ')} ${left}.`;
  try {
    const ran = await runCommand(command, plan.root, { signal: options.signal, cancelled });
    return told(ran, command[0]);
  } catch (error) {
    if (!had) await rm(path, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
}

async function verify({ cast, plan }: Prepared, options: FinishOptions): Promise<Outcome> {
  const command = lastOf(cast.stacks, (stack) => stack.verify);
  if (command === undefined) return 'skipped';
  options.progress(`Verifying: ${command.join(' ')}`);
  const cancelled = 'Cancelled; the project is written, its checks did not end.';
  return outcome(await runCommand(command, plan.root, { signal: options.signal, cancelled }));
}

/**
 * Installs, commits and verifies, as asked. What fails is told; the files stay written.
 *
 * @throws {Refusal} with exit code 130 when it is cancelled
 */
export async function finish(prepared: Prepared, options: FinishOptions): Promise<Finished> {
  const warnings: string[] = [];
  let packages: Outcome = 'skipped';
  if (options.install || options.verify) {
    const installed = await install(prepared, options);
    packages = installed.install;
    warnings.push(...installed.warnings);
  }
  let git: Outcome = 'skipped';
  if (options.git) {
    const committed = await firstCommit(prepared.plan, prepared.cast.model.spec.name, options);
    git = committed.outcome;
    if (committed.warning !== undefined) warnings.push(committed.warning);
  }
  let verified: Outcome = 'skipped';
  if (options.verify) {
    verified = packages === 'done' ? await verify(prepared, options) : 'failed';
  }
  return { install: packages, git, verify: verified, warnings };
}
