import { isInRepository } from '../apply/repository.ts';
import type { Plan } from '../merge/plan.ts';
import type { FinishOptions, Outcome } from './finish.ts';
import { runCommand } from './run-command.ts';

export interface Committed {
  readonly outcome: Outcome;
  /** What the person should know, when it is not simply done. */
  readonly warning?: string;
}

const failed = (warning: string): Committed => ({ outcome: 'failed', warning });

/** A repository with one commit; never one inside another, and never with files that are not ours. */
export async function firstCommit(
  { root, foreign, changes }: Plan,
  name: string,
  { signal, progress }: FinishOptions,
): Promise<Committed> {
  const cancelled = 'Cancelled; the project is written, but not committed.';
  const git = (...words: string[]) =>
    runCommand(['git', ...words], root, { quiet: true, signal, cancelled });
  if (isInRepository(root)) {
    return { outcome: 'skipped', warning: 'the folder lies in a git repository: none was made.' };
  }
  progress('Creating a git repository');
  const made = await git('init', '--initial-branch=main');
  if (!made.ok) return failed(`no git repository was made (git: ${made.why}).`);
  if (foreign.length > 0 || changes.some(({ action }) => action === 'overwrite')) {
    const warning = 'the folder held other files, so nothing is committed: see git status.';
    return { outcome: 'done', warning };
  }
  const added = await git('add', '--all');
  if (!added.ok) return failed(`nothing is committed (git add: ${added.why}).`);
  const message = `chore: create ${name} with groundwork`;
  // Quiet saves git from counting the lines of a summary that nobody reads.
  const committed = await git('commit', '--quiet', '--no-gpg-sign', '--message', message);
  if (committed.ok) return { outcome: 'done' };
  const warning =
    'the files are staged but not committed: tell git who you are, then run git commit.';
  return { outcome: 'done', warning };
}
