import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from './sources.ts';

/** Builds the program into `dist/` of a new folder, which the caller removes. */
export function makeBuild(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'groundwork-build-'));
  execFileSync(process.execPath, [join(repository, 'scripts', 'build.ts'), join(folder, 'dist')], {
    cwd: repository,
    stdio: 'pipe',
  });
  return folder;
}
