import { sha256 } from '../apply/content.ts';
import type { Operation } from '../apply/operation.ts';
import { filesBelow, heldAt, standsAt } from './disk.ts';
import type { Held } from './disk.ts';

/** A file that the next state of the project wants at a path. */
export interface Wanted {
  readonly path: string;
  readonly content: Uint8Array;
  readonly mode: number;
}

/** What becomes of one path. Every path of a plan is in exactly one of these states. */
export type Change =
  | { readonly path: string; readonly action: 'create' }
  | { readonly path: string; readonly action: 'keep'; readonly why: string }
  | { readonly path: string; readonly action: 'overwrite'; readonly why: string }
  | { readonly path: string; readonly action: 'conflict'; readonly why: string };

/** What would turn the disk into the wanted files, and what stands in the way. */
export interface Plan {
  readonly root: string;
  readonly changes: readonly Change[];
  /** Files on the disk that the project does not want, untouched by the plan. */
  readonly foreign: readonly string[];
  readonly operations: readonly Operation[];
}

const freeName = (root: string, path: string): string => {
  const names = [`${path}.orig`, ...Array.from({ length: 99 }, (_, i) => `${path}.orig.${i + 1}`)];
  return names.find((name) => standsAt(root, name) === 'nothing') ?? `${path}.orig.100`;
};

type Step = { readonly changes: readonly Change[]; readonly operations: readonly Operation[] };

function create({ path, content, mode }: Wanted): Step {
  return {
    changes: [{ path, action: 'create' }],
    operations: [{ kind: 'write', path, content, mode, expected: 'absent' }],
  };
}

const conflict = (path: string, why: string): Step => ({
  changes: [{ path, action: 'conflict', why }],
  operations: [],
});

/** Replaces a file that nobody here wrote, and keeps what it held beside it. */
function overwrite(root: string, wanted: Wanted, held: Held): Step {
  const aside = freeName(root, wanted.path);
  return {
    changes: [
      { path: wanted.path, action: 'overwrite', why: `what it held is kept in ${aside}` },
      { path: aside, action: 'create' },
    ],
    operations: [
      { kind: 'write', path: aside, ...held, expected: 'absent' },
      { kind: 'write', ...wanted, expected: { sha256: sha256(held.content) } },
    ],
  };
}

const inTheWay = 'cannot be a file: a folder, a link or another file stands in the way';

function stepFor(root: string, wanted: Wanted, force: boolean): Step {
  const stands = standsAt(root, wanted.path);
  if (stands === 'nothing') return create(wanted);
  if (stands === 'other') return conflict(wanted.path, inTheWay);
  const held = heldAt(root, wanted.path);
  if (Buffer.from(held.content).equals(wanted.content)) {
    const why = 'has this content already';
    return { changes: [{ path: wanted.path, action: 'keep', why }], operations: [] };
  }
  if (force) return overwrite(root, wanted, held);
  return conflict(wanted.path, 'exists with other content');
}

/**
 * The plan for a project without a baseline. Writes nothing.
 *
 * With a baseline each file becomes a three-way merge; that step stands in the place of `stepFor`.
 *
 * @param force replace what stands in the way, keeping what it held beside it
 */
export function planNew(root: string, wanted: readonly Wanted[], force: boolean): Plan {
  const steps = wanted.map((file) => stepFor(root, file, force));
  const paths = new Set(wanted.map(({ path }) => path));
  return {
    root,
    changes: steps.flatMap(({ changes }) => changes),
    foreign: filesBelow(root).filter((path) => !paths.has(path)),
    operations: steps.flatMap(({ operations }) => operations),
  };
}
