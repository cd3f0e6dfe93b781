import { join } from 'node:path';

/** Where a transaction lives: inside the root, because a rename needs one file system. */
export const stateFolder = '.groundwork';
export const txnFolder = `${stateFolder}/txn`;

export const txnPath = (root: string): string => join(root, stateFolder, 'txn');

/** A folder that only process `pid` sees: the lock before it is taken, the transaction on its way out. */
export const privatePath = (root: string, pid: number): string =>
  join(root, stateFolder, `txn-${String(pid)}`);

export const journalPath = (root: string): string => join(txnPath(root), 'journal.json');

/** The content that is to stand at the path of entry `index`. */
export const stagedPath = (root: string, index: number): string =>
  join(txnPath(root), `${String(index)}.new`);

/** What stood at the path of entry `index`, moved here unchanged. */
export const savedPath = (root: string, index: number): string =>
  join(txnPath(root), `${String(index)}.old`);
