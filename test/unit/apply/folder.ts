import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new empty folder, removed after the test; a concurrent test has to hand its own `onTestFinished` over. */
export function makeFolder(afterwards = onTestFinished): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'groundwork-apply-'));
  afterwards(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
