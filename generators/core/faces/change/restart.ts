import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRecorded, recordFolder, recordPath } from '../../apply/migration-record.ts';
import { heldAt, standsAt } from '../../merge/disk.ts';
import { remove } from '../../merge/step.ts';
import type { Step } from '../../merge/step.ts';
import { Refusal } from '../../refusal.ts';

const filesIn = (root: string, folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .toSorted()
        .map((name) => `${folder}/${name}`)
    : [];

/** Whether nobody but this generator had a hand in a migration. */
function isOurs(root: string, path: string): boolean {
  const record = recordPath(path);
  if (standsAt(root, path) !== 'file' || standsAt(root, record) !== 'file') return false;
  return isRecorded(heldAt(root, path).content, heldAt(root, record).content);
}

/**
 * What takes the migrations of a database away, for another one begins with a history of its own.
 *
 * @param folder where the migrations lie
 * @throws {Refusal} when one was written or edited by hand: nobody else could write it anew
 */
export function forgetMigrations(root: string, folder: string): readonly Step[] {
  const migrations = filesIn(root, folder);
  const foreign = migrations.filter((path) => !isOurs(root, path));
  if (foreign.length > 0) {
    throw new Refusal(
      'Another database begins with migrations of its own, but some of these were written or edited by hand; move them away first.',
      { faults: foreign.map((path) => ({ path, message: 'is not as it was generated' })) },
    );
  }
  return [...migrations, ...filesIn(root, recordFolder)].map((path) =>
    remove(path, heldAt(root, path)),
  );
}
