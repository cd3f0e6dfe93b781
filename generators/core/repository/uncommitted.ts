import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baselinePath, decodeBaseline } from '../apply/baseline.ts';
import { askGit } from '../apply/git.ts';
import { isInRepository } from '../apply/repository.ts';
import { hasCode } from '../apply/system-error.ts';
import { mergeFile } from '../merge/merge-file.ts';
import type { ChangePlan } from '../merge/plan.ts';
import { loadStyle } from '../merge/style.ts';
import { isUntouched } from '../merge/untouched.ts';
import { Refusal } from '../refusal.ts';
import type { TreeFile, UnitId } from '../render/tree.ts';
import type { Repository } from './open.ts';

/** As many paths as a command line surely holds. */
const portion = 200;

/** Whether a path that git lists is this one, or a folder that holds it. */
const isAbout = (listed: string, path: string): boolean =>
  listed.endsWith('/') ? path.startsWith(listed) : path === listed;

/**
 * Those of some files whose content is neither in the last commit nor staged: git could not give it
 * back.
 */
async function unknownToGit(root: string, paths: readonly string[]): Promise<readonly string[]> {
  // Git names files from where the whole repository begins, which may be above the project.
  const above = (await askGit(root, ['rev-parse', '--show-prefix'])).toString().trimEnd();
  const words = ['--literal-pathspecs', 'status', '--porcelain', '-z', '--no-renames'];
  const all = ['--untracked-files=all', '--ignored=matching'];
  const found: string[] = [];
  for (let start = 0; start < paths.length; start += portion) {
    const asked = paths.slice(start, start + portion);
    const listed = (await askGit(root, [...words, ...all, '--', ...asked])).toString();
    // Two letters, the second of which is about the working tree, a blank, and the path.
    const unsafe = listed.split('\0').filter((line) => line !== '' && line[1] !== ' ');
    found.push(
      ...asked.filter((path) => unsafe.some((line) => isAbout(line.slice(3), above + path))),
    );
  }
  return found;
}

const inHead = (root: string, path: string): Promise<Buffer | undefined> =>
  askGit(root, ['cat-file', 'blob', `HEAD:./${path}`]).catch(() => undefined);

/** The baseline of a file in the last commit, and the one that stands on the disk. */
async function baselinesOf({ root, baselines }: Repository, path: string) {
  const unit = [...baselines.heads.keys()].find((id: UnitId) => baselines.read(id).files.has(path));
  if (unit === undefined) return undefined;
  const committed = await inHead(root, baselinePath(unit));
  const before = committed === undefined ? undefined : decodeBaseline(committed).files.get(path);
  const now = baselines.read(unit).files.get(path);
  return before === undefined || now === undefined ? undefined : { before, now };
}

/** What a command makes of the file in the last commit, from the baseline there to the one here. */
async function again(
  repository: Repository,
  path: string,
  head: Buffer,
  { before, now }: { readonly before: TreeFile; readonly now: TreeFile },
): Promise<Uint8Array | undefined> {
  const { root, baselines } = repository;
  const merged = await mergeFile(
    { path, from: path, base: before, ours: head, next: now },
    {
      root,
      conflict: 'stop',
      restore: false,
      style: loadStyle(root, baselines.read('project').files),
      isLost: () => false,
    },
  );
  if (merged.kind === 'conflict') return undefined;
  return merged.kind === 'keep' ? head : merged.content;
}

/** Whether a file is what earlier commands made of the one in the last commit: `a && b` must go on. */
async function isOurWork(repository: Repository, path: string): Promise<boolean> {
  const head = await inHead(repository.root, path);
  const both = head === undefined ? undefined : await baselinesOf(repository, path);
  if (head === undefined || both === undefined) return false;
  const made = await again(repository, path, head, both);
  return made !== undefined && isUntouched(path, made, readFileSync(join(repository.root, path)));
}

async function unsafePaths(repository: Repository, paths: readonly string[]) {
  const { root } = repository;
  if (!isInRepository(root)) return paths;
  try {
    const unknown = await unknownToGit(root, paths);
    const ours = await Promise.all(unknown.map((path) => isOurWork(repository, path)));
    return unknown.filter((_, index) => ours[index] !== true);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return paths;
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new Refusal(
      `git could not say what is committed (${said.split('\n')[0] ?? ''}); put that right, or say --force.`,
      { cause: error },
    );
  }
}

/**
 * A merge writes over the team's edits. That is safe as long as git could give them back.
 *
 * @throws {Refusal} naming the files of which it could not
 */
export async function refuseUncommitted(
  repository: Repository,
  { edited }: ChangePlan,
): Promise<void> {
  if (edited.length === 0) return;
  const unsafe = await unsafePaths(repository, edited);
  if (unsafe.length === 0) return;
  throw new Refusal(
    'Files that would change hold edits that git could not give back; commit them, or say --force.',
    { faults: unsafe.map((path) => ({ path, message: 'is edited and not committed' })) },
  );
}
