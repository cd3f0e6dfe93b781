import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { repository } from './sources.ts';

/** Builds the program into `dist/` of a new folder, which is removed after the tests of the file. */
export function makeBuild(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'groundwork-build-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  execFileSync(process.execPath, [join(repository, 'scripts', 'build.ts'), join(folder, 'dist')], {
    cwd: repository,
    stdio: 'pipe',
  });
  return folder;
}
