import { sha256 } from '../apply/content.ts';
import type { Operation } from '../apply/operation.ts';
import { standsAt } from './disk.ts';
import type { Held } from './disk.ts';
import { keepReasons } from './plan.ts';
import type { Change, KeepReason, Wanted } from './plan.ts';

/** What becomes of one file: mostly one change. */
export interface Step {
  readonly changes: readonly Change[];
  readonly operations: readonly Operation[];
  /** Files on the disk that hold edits and are written over. */
  readonly edited?: readonly string[];
}

const expected = ({ content }: Held) => ({ sha256: sha256(content) });

export const inTheWay = 'cannot be a file: a folder, a link or another file stands in the way';
export const stranger = 'exists with other content';

export const create = ({ path, content, mode }: Wanted): Step => ({
  changes: [{ path, action: 'create' }],
  operations: [{ kind: 'write', path, content, mode, expected: 'absent' }],
});

export const keep = (path: string, reason: KeepReason): Step => ({
  changes: [{ path, action: 'keep', reason, why: keepReasons[reason] }],
  operations: [],
});

export const conflict = (path: string, why: string): Step => ({
  changes: [{ path, action: 'conflict', why, marked: false }],
  operations: [],
});

/** Writes over what is held, as the change says. */
export const replace = (change: Change, { path, content, mode }: Wanted, held: Held): Step => ({
  changes: [change],
  operations: [{ kind: 'write', path, content, mode, expected: expected(held) }],
});

export const remove = (path: string, held: Held): Step => ({
  changes: [{ path, action: 'delete' }],
  operations: [{ kind: 'delete', path, expected: expected(held) }],
});

/** Writes at a new path what stood at another. */
export const move = (change: Change, from: string, wanted: Wanted, held: Held): Step => ({
  changes: [change],
  operations: [
    { kind: 'write', ...wanted, expected: 'absent' },
    { kind: 'delete', path: from, expected: expected(held) },
  ],
});

const freeName = (root: string, path: string): string => {
  const names = [`${path}.orig`, ...Array.from({ length: 99 }, (_, i) => `${path}.orig.${i + 1}`)];
  return names.find((name) => standsAt(root, name) === 'nothing') ?? `${path}.orig.100`;
};

/** Replaces a file that nobody here wrote, and keeps what it held beside it. */
export function overwrite(root: string, wanted: Wanted, held: Held): Step {
  const { path } = wanted;
  const aside = freeName(root, path);
  return {
    changes: [
      { path, action: 'overwrite', why: `what it held is kept in ${aside}` },
      { path: aside, action: 'create' },
    ],
    operations: [
      { kind: 'write', path: aside, ...held, expected: 'absent' },
      { kind: 'write', ...wanted, expected: expected(held) },
    ],
  };
}
