import { chmodSync, lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '../refusal.ts';
import { carryOut } from './carry-out.ts';
import { digest, stands } from './content.ts';
import { type Journal, readJournal } from './journal.ts';
import { journalPath, stagedPath, txnFolder, txnPath } from './layout.ts';
import { releaseLock } from './lock.ts';
import { assertInsideRoot, checkPath, checkPaths } from './paths.ts';
import { asRefusal } from './system-error.ts';
import { sweep } from './sweep.ts';
import { giveUp, takeOver } from './take-over.ts';
import { refuseIfTracked } from './tracked.ts';

export type Recovery = 'nothing' | 'dropped' | 'finished';

/**
 * Ends what a killed process left: before its commit point by dropping it, after it by finishing it.
 * What cannot be finished any more (a target was edited since) is taken back as a whole and counts as dropped.
 * @throws Refusal if a live process is writing, the journal is not ours, or neither way is open
 */
export async function recover(root: string): Promise<Recovery> {
  const home = resolve(root);
  try {
    return await recoverHome(home);
  } catch (error) {
    throw asRefusal(error, home, 'an earlier write is not finished yet');
  }
}

async function recoverHome(root: string): Promise<Recovery> {
  const swept = sweep(root) ? 'dropped' : 'nothing';
  if (!stands(root)) return swept;
  assertInsideRoot(root, txnFolder);
  if (!stands(txnPath(root))) return swept;
  if (stands(journalPath(root))) await refuseIfTracked(root);
  const created = takeOver(root);
  if (created === undefined) return swept;
  try {
    return await endHeld(root, created);
  } catch (error) {
    giveUp(root);
    throw error;
  }
}

async function endHeld(root: string, created: number): Promise<Recovery> {
  if (!stands(journalPath(root))) {
    releaseLock(root, created);
    return 'dropped';
  }
  const journal = readChecked(root);
  const { kind } = await carryOut(root, journal, created, () => {
    verifyStaged(root, journal);
  });
  return kind === 'finished' ? 'finished' : 'dropped';
}

/** Nothing that a journal says is believed before all of it has been checked. */
function readChecked(root: string): Journal {
  assertInsideRoot(root, `${txnFolder}/journal.json`);
  const journal = readJournal(root);
  checkPaths(journal.entries.map((entry) => entry.path));
  for (const folder of journal.folders) checkPath(folder);
  for (const { path } of journal.entries) assertInsideRoot(root, path);
  return journal;
}

function verifyStaged(root: string, journal: Journal): void {
  journal.entries.forEach((entry, index) => {
    const staged = stagedPath(root, index);
    if (entry.kind === 'delete' || !stands(staged)) return;
    if (digest(staged) !== entry.sha256) {
      throw new Refusal(`the staged content of "${entry.path}" is damaged.`);
    }
    if ((lstatSync(staged).mode & 0o777) !== entry.mode) chmodSync(staged, entry.mode);
  });
}
