import { Refusal } from '../refusal.ts';
import { askGit } from './git.ts';
import { txnFolder } from './layout.ts';
import { isInRepository } from './repository.ts';
import { hasCode } from './system-error.ts';

/**
 * A journal that came with a clone is somebody else's list of what to write and delete here.
 * @throws Refusal if git tracks anything of the transaction, or cannot say; without git or a repository all is well
 */
export async function refuseIfTracked(root: string): Promise<void> {
  if (!isInRepository(root)) return;
  const words = ['ls-files', '-z', '--', `:(icase)${txnFolder}`];
  let listed: string;
  try {
    listed = (await askGit(root, words)).toString();
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
