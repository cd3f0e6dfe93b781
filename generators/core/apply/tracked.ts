import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../refusal.ts';
import { txnFolder } from './layout.ts';
import { isInRepository } from './repository.ts';
import { hasCode } from './system-error.ts';

/** A file of the user's environment, such as a hook's GIT_DIR, must not point git at another repository. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));

/**
 * A journal that came with a clone is somebody else's list of what to write and delete here.
 * @throws Refusal if git tracks anything of the transaction, or cannot say; without git or a repository all is well
 */
export async function refuseIfTracked(root: string): Promise<void> {
  if (!isInRepository(root)) return;
  // The monitor is a program that the repository's configuration may name.
  const flags = ['-C', root, '-c', 'core.fsmonitor=false'];
  const args = [...flags, 'ls-files', '-z', '--', `:(icase)${txnFolder}`];
  // Windows looks for programs in the working folder first, and there a clone could have put its own git.
  const options = { cwd: dirname(process.execPath), env: environment(), timeout: 30_000 };
  let listed: string;
  try {
    listed = (await promisify(execFile)('git', args, options)).stdout;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new Refusal(
      `git could not say whether ${txnFolder} came with the repository (${said.split('\n')[0] ?? ''}); put that right and run the command again.`,
      { cause: error },
    );
  }
  if (listed === '') return;
  throw new Refusal(
    `${txnFolder} is tracked by git, so it came with the repository and is not carried out; remove it with git rm -r --cached ${txnFolder} and delete the folder.`,
  );
}
