import { basename } from 'node:path';
import type { Wanted } from '../merge/plan.ts';
import { sha256 } from './content.ts';

/** What the state remembers of each migration: a file of its own, so that branches never clash. */
export const recordFolder = '.groundwork/migrations';

export const recordPath = (migration: string): string =>
  `${recordFolder}/${basename(migration)}.sha256`;

/** Names a migration as it was written; git may have changed its line ends since. */
const hashOf = (content: Uint8Array): string =>
  sha256(Buffer.from(Buffer.from(content).toString('latin1').replaceAll('\r\n', '\n'), 'latin1'));

export const recordOf = ({ path, content }: Wanted): Wanted => ({
  path: recordPath(path),
  content: Buffer.from(`${hashOf(content)}\n`, 'utf8'),
  mode: 0o644,
});

/** Whether a migration is just as it was generated. */
export const isRecorded = (content: Uint8Array, record: Uint8Array): boolean =>
  Buffer.from(record).toString('utf8').trim() === hashOf(content);
