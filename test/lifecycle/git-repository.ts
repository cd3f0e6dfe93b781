import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { applyOperations } from '../../generators/core/apply/transaction.ts';
import { thisGenerator } from '../../generators/core/faces/generator.ts';
import type { Refusal } from '../../generators/core/refusal.ts';
import { openRepository } from '../../generators/core/repository/open.ts';
import { refuseUncommitted } from '../../generators/core/repository/uncommitted.ts';
import type { Spec } from '../../generators/core/spec/spec.ts';
import { planTo, resource, specOf, writeProject } from '../unit/repository/project.ts';
import { emptyFolder } from './cli.ts';

const identity = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

export const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', [...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...identity },
    stdio: ['ignore', 'pipe', 'ignore'],
  });

export function commit(root: string): void {
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'work');
}

const field = (name: string) => ({ name, type: 'string', required: false });

/** Three specs of one project, each with a field more. */
export const before = specOf(resource('book'));
export const after = specOf(resource('book', field('subtitle')));
export const later = specOf(resource('book', field('subtitle'), field('summary')));

/** A file that changes with every field, and one that does not. */
export const changes = 'src/modules/books/books.repository.ts';
export const stays = 'src/config.ts';

export function edit(root: string, path: string, text = '\n// ours\n'): void {
  appendFileSync(join(root, path), text);
}

/** A committed project, in a repository of its own or in one around it. */
export async function committed(root = emptyFolder(), repository = root): Promise<string> {
  mkdirSync(root, { recursive: true });
  await writeProject(root, before);
  git(repository, 'init', '--quiet');
  commit(repository);
  return root;
}

/**
 * Carries a change out as a command does.
 *
 * @returns the files for which it refuses
 */
export async function bring(root: string, spec: Spec = after): Promise<readonly string[]> {
  const plan = await planTo(root, spec);
  const repository = await openRepository(root, 'write', thisGenerator());
  try {
    await refuseUncommitted(repository, plan);
  } catch (error) {
    return (error as Refusal).faults.map(({ path }) => path);
  }
  await applyOperations(root, plan.operations);
  return [];
}
