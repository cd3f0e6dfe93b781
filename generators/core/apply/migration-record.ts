import { basename } from 'node:path';
import type { Wanted } from '../merge/plan.ts';
import type { MigrationPlace } from '../model/migration-place.ts';
import { sha256 } from './content.ts';

/** What the state remembers of each migration: a file of its own, so that branches never clash. */
export const recordFolder = '.groundwork/migrations';

/** A name that begins with the time is like no other; a number is one of its folder. */
const isTimed = (name: string): boolean => /^\d{14}_/u.test(name);

export const recordPath = (migration: string): string => {
  const name = basename(migration);
  return `${recordFolder}/${isTimed(name) ? name : migration.replaceAll('/', '.')}.sha256`;
};

/** The name of the migration that a record is of. */
export const migrationNameOf = (record: string): string =>
  record.slice(record.lastIndexOf('/') + 1).replace(/\.sha256$/u, '');

/** Where the migration lies that a record is of. */
export function migrationPathOf(record: string, { folder }: MigrationPlace): string {
  const name = migrationNameOf(record);
  if (isTimed(name)) return `${folder}/${name}`;
  const [head = '', tail = ''] = folder.replaceAll('/', '.').split('<table>');
  const end = name.indexOf(`${tail}.`, head.length) + tail.length;
  return `${name.slice(0, end).replaceAll('.', '/')}/${name.slice(end + 1)}`;
}

/** Names a migration as it was written; git may have changed its line ends since. */
const hashOf = (content: Uint8Array): string =>
  sha256(Buffer.from(Buffer.from(content).toString('latin1').replaceAll('\r\n', '\n'), 'latin1'));

/** In place of a database: a migration that is in the words of none. */
export const anyDatabase = 'any';

/** Its hash, and the database in whose words it is written. */
export const recordOf = ({ path, content }: Wanted, database: string): Wanted => ({
  path: recordPath(path),
  content: Buffer.from(`${hashOf(content)} ${database}\n`, 'utf8'),
  mode: 0o644,
});

const wordsOf = (record: Uint8Array): readonly string[] =>
  Buffer.from(record).toString('utf8').trim().split(/\s+/u);

/** Whether a migration is just as it was generated. */
export const isRecorded = (content: Uint8Array, record: Uint8Array): boolean =>
  wordsOf(record)[0] === hashOf(content);

/** The database for which a migration was written; older records do not say. */
export const databaseOf = (record: Uint8Array): string | undefined => wordsOf(record)[1];
