import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty database of its own for whoever asks, until they remove it. */
export async function createDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'database-'));
  return {
    url: `file:${join(folder, 'test.db')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
