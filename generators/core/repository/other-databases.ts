import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dimensions } from '../../../templates/choices.ts';
import { databaseOf, recordFolder } from '../apply/migration-record.ts';
import { filesBelow } from '../merge/disk.ts';
import type { Spec } from '../spec/spec.ts';

type Database = Spec['database'];

/** A migration that is written for another database than the one of the project. */
export interface OtherDatabase {
  /** Where its record stands. */
  readonly path: string;
  readonly database: Database;
}

const known: ReadonlySet<string> = new Set(
  dimensions
    .filter(({ id }) => id === 'database')
    .flatMap(({ choices }) => choices.map(({ id }) => id)),
);

const isDatabase = (word: string | undefined): word is Database =>
  word !== undefined && known.has(word);

/**
 * The migrations of other databases than the one of the project: git brings them together when one
 * branch chooses another, and the other one changes the data.
 */
export const otherDatabases = (root: string, database: Database): readonly OtherDatabase[] =>
  filesBelow(root, recordFolder).flatMap((path) => {
    const full = join(root, path);
    if (!lstatSync(full).isFile()) return [];
    const other = databaseOf(readFileSync(full));
    return isDatabase(other) && other !== database ? [{ path, database: other }] : [];
  });
