import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Refusal } from '../refusal.ts';
import { journalPath, txnFolder } from './layout.ts';
import type { Expected } from './operation.ts';

export type Entry =
  | {
      readonly kind: 'write';
      readonly path: string;
      readonly mode: number;
      /** Of the staged content. */
      readonly sha256: string;
      readonly expected: Expected;
    }
  | { readonly kind: 'delete'; readonly path: string; readonly expected: Expected };

/** Once this is on the disk, the transaction is carried out to its end by whoever comes next. */
export interface Journal {
  readonly version: 1;
  /** In the order of replay; the position of an entry names its staged and its saved file. */
  readonly entries: readonly Entry[];
  /** Folders that replay makes, outer ones first. */
  readonly folders: readonly string[];
}

/** The commit point is the rename at the end. */
export function commitJournal(root: string, journal: Journal): void {
  const draft = `${journalPath(root)}.tmp`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeFileSync(file, JSON.stringify(journal));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, journalPath(root));
}

/** @throws Refusal for a journal of another version or one that we did not write */
export function readJournal(root: string): Journal {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(journalPath(root), 'utf8'));
  } catch (cause) {
    throw damaged(cause);
  }
  if (!isRecord(value)) throw damaged();
  if (value['version'] !== 1) {
    throw new Refusal(
      `${txnFolder} was left by another version of groundwork (journal version ${JSON.stringify(value['version']) ?? 'none'}); run that version once to finish its work.`,
    );
  }
  const { entries, folders } = value;
  if (!Array.isArray(entries) || !entries.every(isEntry)) throw damaged();
  if (!Array.isArray(folders) || !folders.every((name) => typeof name === 'string'))
    throw damaged();
  return { version: 1, entries, folders };
}

const damaged = (cause?: unknown): Refusal =>
  new Refusal(
    `${txnFolder}/journal.json is damaged; look at the files *.old beside it, restore what you need and remove ${txnFolder}.`,
    { cause },
  );

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isSha256 = (value: unknown): boolean =>
  typeof value === 'string' && /^[\da-f]{64}$/.test(value);

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value) || typeof value['path'] !== 'string') return false;
  const { kind, mode, sha256, expected } = value;
  if (expected !== 'absent' && !(isRecord(expected) && isSha256(expected['sha256']))) return false;
  if (kind === 'delete') return true;
  return kind === 'write' && isMode(mode) && isSha256(sha256);
}

const isMode = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0o777;
