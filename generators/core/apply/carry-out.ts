import { rmSync } from 'node:fs';
import { Refusal } from '../refusal.ts';
import type { Journal } from './journal.ts';
import { journalPath, txnPath } from './layout.ts';
import { releaseLock } from './lock.ts';
import { replay } from './replay.ts';
import { syncFolders, touchedFolders } from './sync.ts';
import { asRefusal } from './system-error.ts';
import { undo } from './undo.ts';

export type Outcome =
  { readonly kind: 'finished' } | { readonly kind: 'undone'; readonly cause: unknown };

/**
 * Brings a committed journal to an end: replays it, or takes all of it back if that fails midway.
 * Undo comes before "the next command finishes it": what stops a replay (a permission, a mount) mostly stays,
 * and would leave the project half written until somebody finds the reason.
 * @param created how many folders were made to have a root; those left empty are removed
 * @param verify checked before the first step; what it throws counts as a failed replay
 * @throws Refusal if neither way is open: the journal stays, and the next command tries again
 */
export async function carryOut(
  root: string,
  journal: Journal,
  created: number,
  verify: () => void = () => undefined,
): Promise<Outcome> {
  let outcome: Outcome = { kind: 'finished' };
  try {
    verify();
    replay(root, journal);
  } catch (cause) {
    undoOrRefuse(root, journal, cause);
    outcome = { kind: 'undone', cause };
  }
  await syncFolders(touchedFolders(root, journal));
  removeJournal(root);
  await syncFolders([txnPath(root)]);
  releaseLock(root, created);
  return outcome;
}

function undoOrRefuse(root: string, journal: Journal, cause: unknown): void {
  try {
    undo(root, journal);
  } catch (error) {
    const refusal = asRefusal(
      error,
      root,
      'the project is half written, and the next groundwork command goes on',
    );
    throw refusal instanceof Refusal
      ? refusal
      : new Error('undo failed', { cause: [cause, error] });
  }
}

/** First, alone, and flushed: a power cut that spared it and not the saved files would undo without them. */
function removeJournal(root: string): void {
  try {
    rmSync(journalPath(root));
  } catch (error) {
    throw asRefusal(error, root, 'all is in place, and the next groundwork command tidies up');
  }
}
