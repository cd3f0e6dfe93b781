import { relative } from 'node:path';
import { Refusal } from '../refusal.ts';
import { txnPath } from './layout.ts';

const causes: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full, free some space and run it again',
  EDQUOT: 'the disk quota is used up, free some space and run it again',
  EACCES: 'the permission is missing, grant it and run it again',
  EPERM: 'the permission is missing, grant it and run it again',
  EROFS: 'the file system is read-only, make it writable and run it again',
  ENOTDIR: 'a file stands where a folder is needed, move it away and run it again',
  EISDIR: 'a folder stands where a file is needed, move it away and run it again',
  ENAMETOOLONG: 'the name is too long, choose a shorter one',
  EXDEV: 'it lies on another file system, which cannot be written in one step with the rest',
  EBUSY: 'another program is using it, close that and run it again',
  ENOTEMPTY: 'another program is writing there, wait for it and run it again',
};

export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  isSystemError(error) && codes.includes(error.code);

/**
 * One sentence for what the operating system refused.
 * @param outcome what became of the project, as the end of the sentence
 * @returns a Refusal for a system error (its cause is kept); anything else as it came
 */
export function asRefusal(error: unknown, root: string, outcome: string): unknown {
  if (!isSystemError(error)) return error;
  const name = nameOf(error, root);
  const cause = causes[error.code] ?? `the system says ${error.code}`;
  return new Refusal(`"${name}" could not be written: ${cause}; ${outcome}.`, { cause: error });
}

/** The file that the reader knows: not one of our own transaction, and of a rename the end that is not. */
function nameOf(error: NodeJS.ErrnoException, root: string): string {
  const ends = [error.path, 'dest' in error ? error.dest : undefined];
  const name = ends.find((end) => typeof end === 'string' && !end.startsWith(txnPath(root)));
  if (typeof name !== 'string') return root;
  const inside = relative(root, name);
  return inside === '' || inside.startsWith('..') ? root : inside;
}
