import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** A file of the user's environment, such as a hook's GIT_DIR, must not point git at another repository. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  // Looking must not write, not even git's own notes about what it saw.
  GIT_OPTIONAL_LOCKS: '0',
});

/**
 * Asks git about the repository in which a folder lies.
 *
 * @returns what it printed
 * @throws what `execFile` throws: ENOENT when there is no git, its words in `stderr` when it refuses
 */
export async function askGit(root: string, words: readonly string[]): Promise<Buffer> {
  // The monitor is a program that the repository's configuration may name.
  const args = ['-C', root, '-c', 'core.fsmonitor=false', ...words];
  const { stdout } = await promisify(execFile)('git', args, {
    // Windows looks for programs in the working folder first, and there a clone could have put its own git.
    cwd: dirname(process.execPath),
    env: environment(),
    timeout: 30_000,
    maxBuffer: 256 * 1024 * 1024,
    encoding: 'buffer',
  });
  return stdout;
}
