import { isRecorded, migrationPathOf, recordFolder } from '../apply/migration-record.ts';
import { filesBelow, heldAt, standsAt } from '../merge/disk.ts';
import { stacksOf } from '../model/load.ts';
import { lastOf } from '../render/render.ts';
import type { Repository } from './open.ts';

/** Migrations that were generated, and are not as they were. */
export interface MigrationEdits {
  readonly edited: readonly string[];
  readonly deleted: readonly string[];
}

const contentAt = (root: string, path: string): Uint8Array => heldAt(root, path).content;

/** What the team did to the migrations of a project; those of its own are nobody else's business. */
export async function migrationEdits({ root, spec }: Repository): Promise<MigrationEdits> {
  const place = lastOf(await stacksOf(spec.stack), ({ migrations }) => migrations);
  const edited: string[] = [];
  const deleted: string[] = [];
  for (const record of filesBelow(root, recordFolder)) {
    if (place === undefined || standsAt(root, record) !== 'file') continue;
    const path = migrationPathOf(record, place);
    const stands = standsAt(root, path);
    if (stands === 'nothing') deleted.push(path);
    else if (stands !== 'file' || !isRecorded(contentAt(root, path), contentAt(root, record))) {
      edited.push(path);
    }
  }
  return { edited, deleted };
}
