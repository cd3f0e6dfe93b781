import { dirname, resolve } from 'node:path';
import { exitCodes, Refusal } from '../refusal.ts';
import { carryOut } from './carry-out.ts';
import { guard } from './guard.ts';
import { commitJournal, type Journal } from './journal.ts';
import { stateFolder, txnPath } from './layout.ts';
import { releaseLock, takeLock } from './lock.ts';
import type { Operation } from './operation.ts';
import { checkPaths } from './paths.ts';
import { recover } from './recover.ts';
import { stage } from './stage.ts';
import { syncFolders } from './sync.ts';
import { asRefusal } from './system-error.ts';
import { giveUp } from './take-over.ts';

interface Options {
  readonly signal?: AbortSignal;
  readonly check?: () => void;
}

/**
 * Carries out all operations or none, whatever happens in between; files of the state come last.
 *
 *     recover -> lock -> check -> stage -> guard -> journal (the commit point) -> replay -> tidy up
 *
 * @param root made if it does not exist
 * @param options.signal stops it before the commit point, with nothing left; after that it finishes
 * @param options.check throws when the operations were planned for what is no longer so; asked under
 *   the lock, so that no other command can change it any more
 * @throws Refusal if a path is refused, a target is not what `expected` says, another process is writing,
 *   or the system does not let us write; the disk is then as it was
 */
export async function applyOperations(
  root: string,
  operations: readonly Operation[],
  options: Options = {},
): Promise<void> {
  const home = resolve(root);
  checkPaths(operations.map((operation) => operation.path));
  await recover(home);
  if (operations.length === 0) return;
  stopIfAborted(options.signal);
  const created = lockOrRefuse(home);
  const journal = await commitOrDrop(home, stateLast(operations), created, options);
  const outcome = await carryOut(home, journal, created).catch((error: unknown) => {
    giveUp(home);
    throw error;
  });
  if (outcome.kind === 'undone') {
    throw asRefusal(outcome.cause, home, 'everything is as it was before');
  }
}

function lockOrRefuse(root: string): number {
  try {
    return takeLock(root);
  } catch (error) {
    throw asRefusal(error, root, 'nothing was changed');
  }
}

async function commitOrDrop(
  root: string,
  operations: readonly Operation[],
  created: number,
  { signal, check }: Options,
): Promise<Journal> {
  try {
    check?.();
    const entries = await stage(root, operations, signal);
    await syncFolders(foldersDownTo(root, created));
    const journal: Journal = { version: 1, entries, folders: guard(root, entries) };
    stopIfAborted(signal);
    commitJournal(root, journal);
    await syncFolders([txnPath(root)]);
    return journal;
  } catch (error) {
    releaseLock(root, created);
    stopIfAborted(signal);
    throw asRefusal(error, root, 'nothing was changed');
  }
}

/** Whose names must have reached the disk before the journal does: the transaction's, and what we made above it. */
function foldersDownTo(root: string, created: number): string[] {
  const folders = [txnPath(root)];
  for (let count = 0; count < created + 2; count++) folders.push(dirname(folders[count] ?? root));
  return folders;
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw new Refusal('cancelled; nothing was changed.', { exitCode: exitCodes.cancelled });
}

const isState = ({ path }: Operation): boolean =>
  path === 'groundwork.json' || path.startsWith(`${stateFolder}/`);

/** So that whoever reads the state while we write sees the old one over files that are no older. */
const stateLast = (operations: readonly Operation[]): Operation[] => [
  ...operations.filter((operation) => !isState(operation)),
  ...operations.filter((operation) => isState(operation)),
];
