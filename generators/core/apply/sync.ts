import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Journal } from './journal.ts';
import { parallel } from './parallel.ts';

/** How many files are flushed at once: more do not make the disk faster. */
export const flushes = 16;

/** Makes the names in these folders survive a power cut, as far as the system can do that. */
export async function syncFolders(folders: readonly string[]): Promise<void> {
  await parallel(folders, flushes, async (folder) => {
    // Windows cannot open a folder, some network disks cannot flush one, and replay may have removed one.
    const handle = await open(folder, 'r').catch(() => undefined);
    await handle?.sync().catch(() => undefined);
    await handle?.close();
  });
}

/** Every folder in which replay or undo changes a name. */
export function touchedFolders(root: string, journal: Journal): string[] {
  const names = [...journal.entries.map((entry) => entry.path), ...journal.folders];
  return [...new Set(names.map((name) => dirname(join(root, name))))];
}
