import { closeSync, fchmodSync, fsync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sha256 } from './content.ts';
import type { Entry } from './journal.ts';
import { stagedPath } from './layout.ts';
import type { Operation } from './operation.ts';
import { parallel } from './parallel.ts';
import { flushes } from './sync.ts';
import { isSystemError } from './system-error.ts';

/** How many files are open at once: those that are written before the first flush go to the disk with it. */
const batchSize = 64;

const flush = promisify(fsync);

/** A file that is written, but open and not flushed yet. */
interface Draft {
  readonly file: number;
  /** The file that it stands in for. */
  readonly target: string;
}

/**
 * Writes every new content beside the target tree, with its mode, flushed to the disk.
 * @returns what the journal will say about each operation
 */
export async function stage(
  root: string,
  operations: readonly Operation[],
  signal: AbortSignal | undefined,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  while (entries.length < operations.length) {
    const drafts: Draft[] = [];
    try {
      for (const operation of operations.slice(entries.length, entries.length + batchSize)) {
        signal?.throwIfAborted();
        entries.push(stageOne(root, operation, entries.length, drafts));
      }
      await parallel(drafts, flushes, flushOne);
    } finally {
      for (const { file } of drafts) closeSync(file);
    }
  }
  return entries;
}

/** @param drafts where what it opens is added, so that it is closed whatever happens */
function stageOne(root: string, operation: Operation, index: number, drafts: Draft[]): Entry {
  const { path, expected } = operation;
  if (operation.kind === 'delete') return { kind: 'delete', path, expected };
  const content = operation.content;
  const mode = operation.mode & 0o777;
  const target = join(root, path);
  try {
    const file = openSync(stagedPath(root, index), 'wx', 0o600);
    drafts.push({ file, target });
    writeFileSync(file, content);
    // After the content, and apart from `open`: the umask would take bits away.
    fchmodSync(file, mode);
  } catch (error) {
    throw named(error, target);
  }
  return { kind: 'write', path, mode, sha256: sha256(content), expected };
}

async function flushOne({ file, target }: Draft): Promise<void> {
  try {
    await flush(file);
  } catch (error) {
    throw named(error, target);
  }
}

/** The reader knows the file that was meant, not the one that stands in for it. */
function named(error: unknown, target: string): unknown {
  if (isSystemError(error)) error.path = target;
  return error;
}
