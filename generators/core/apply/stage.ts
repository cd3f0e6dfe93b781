import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './content.ts';
import type { Entry } from './journal.ts';
import { stagedPath } from './layout.ts';
import type { Operation } from './operation.ts';
import { parallel } from './parallel.ts';
import { flushes } from './sync.ts';
import { isSystemError } from './system-error.ts';

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
  await parallel(operations, flushes, async (operation, index) => {
    signal?.throwIfAborted();
    const { path, expected } = operation;
    if (operation.kind === 'delete') {
      entries[index] = { kind: 'delete', path, expected };
      return;
    }
    const content = operation.content;
    const mode = operation.mode & 0o777;
    try {
      await writeFlushed(stagedPath(root, index), content, mode);
    } catch (error) {
      // The reader knows the file that was meant, not the one that stands in for it.
      if (isSystemError(error)) error.path = join(root, path);
      throw error;
    }
    entries[index] = { kind: 'write', path, mode, sha256: sha256(content), expected };
  });
  return entries;
}

async function writeFlushed(path: string, content: Uint8Array, mode: number): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    // After the content, and apart from `open`: the umask would take bits away.
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}
