import { isRecorded, recordFolder, recordPath } from '../../apply/migration-record.ts';
import { filesBelow, heldAt, standsAt } from '../../merge/disk.ts';
import { remove } from '../../merge/step.ts';
import type { Step } from '../../merge/step.ts';
import type { Cast } from '../../model/load.ts';
import { Refusal } from '../../refusal.ts';
import { otherDatabases } from '../../repository/other-databases.ts';
import type { Spec } from '../../spec/spec.ts';
import { migrationsOnDisk } from './migrations-on-disk.ts';

/**
 * The database that the data were kept in before: another one than that of the project where branches
 * brought migrations of both together, and the history is to begin anew.
 *
 * @throws {Refusal} when there are such, and nobody said so
 */
export function databaseBefore(
  root: string,
  database: Spec['database'],
  restart: boolean,
): Spec['database'] {
  const [other] = otherDatabases(root, database);
  if (other === undefined) return database;
  if (restart) return other.database;
  throw new Refusal(
    `Migrations of ${other.database} stand among those of ${database}, perhaps since a merge: say groundwork set database=${database} to begin the history anew, or put others in their place by hand and delete their records.`,
    { faults: [{ path: other.path, message: `is of ${other.database}` }] },
  );
}

/** Whether nobody but this generator had a hand in a migration. */
function isOurs(root: string, path: string): boolean {
  const record = recordPath(path);
  if (standsAt(root, path) !== 'file' || standsAt(root, record) !== 'file') return false;
  return isRecorded(heldAt(root, path).content, heldAt(root, record).content);
}

/**
 * What takes the migrations of a database away, for another one begins with a history of its own.
 *
 * @throws {Refusal} when one was written or edited by hand: nobody else could write it anew
 */
export function forgetMigrations(root: string, cast: Cast): readonly Step[] {
  const migrations = [...migrationsOnDisk(root, cast)].flatMap(([folder, names]) =>
    names.map((name) => `${folder}/${name}`),
  );
  const foreign = migrations.filter((path) => !isOurs(root, path));
  if (foreign.length > 0) {
    throw new Refusal(
      'Another database begins with migrations of its own, but some of these were written or edited by hand; move them away first.',
      { faults: foreign.map((path) => ({ path, message: 'is not as it was generated' })) },
    );
  }
  const records = filesBelow(root, recordFolder).filter((path) => standsAt(root, path) === 'file');
  return [...migrations, ...records].map((path) => remove(path, heldAt(root, path)));
}
