import { isAsGenerated } from './as-generated.ts';
import { heldAt, standsAt } from './disk.ts';
import type { Held } from './disk.ts';
import { mergeFile } from './merge-file.ts';
import type { Manner } from './manner.ts';
import type { TreeFile } from '../render/tree.ts';
import type { Change } from './plan.ts';
import { planUnknown } from './plan-new.ts';
import { conflict, inTheWay, keep, move, remove, replace, stranger } from './step.ts';
import type { Step } from './step.ts';

/** One file of a unit, as it was generated last and as it is generated now. */
export interface Subject {
  readonly path: string;
  /** Where it stood before. */
  readonly from: string;
  readonly base: TreeFile | undefined;
  readonly next: TreeFile | undefined;
}

const nothing: Step = { changes: [], operations: [] };

const runs = 0o111;

/** Who may run a file is merged as its content is; the other permissions are the team's. */
function modeAfter(held: number, base: number, next: number, isRestored: boolean): number {
  const isEdited = ((held & runs) === 0) !== ((base & runs) === 0);
  if (isEdited && !isRestored) return held;
  return (next & runs) === 0 ? held & ~runs : held | runs;
}

/** Whether nobody worked on a file, other than by formatting it. */
const isUnedited = (path: string, base: TreeFile, held: Held, { style }: Manner) =>
  isAsGenerated(path, base.content, held.content, style);

/** Whether a file becomes what is generated, whatever was done to it. */
const isRestored = ({ restore }: Manner, { owner }: TreeFile): boolean =>
  restore && owner === 'managed';

/** A file that is not generated any more goes, unless somebody worked on it or it was theirs at once. */
async function planDropped(path: string, base: TreeFile, manner: Manner): Promise<Step> {
  const stands = standsAt(manner.root, path);
  if (stands === 'nothing') return nothing;
  if (base.owner === 'seeded') return keep(path, 'seeded');
  if (stands === 'other') return keep(path, 'dropped');
  const held = heldAt(manner.root, path);
  return (await isUnedited(path, base, held, manner)) ? remove(path, held) : keep(path, 'dropped');
}

/** A file of which nobody knows what it was when it was generated. */
async function planLost(subject: Subject, next: TreeFile, manner: Manner): Promise<Step> {
  const { path } = subject;
  const held = heldAt(manner.root, path);
  if (isRestored(manner, next)) return planMerged(subject, next, held, manner);
  if (await isUnedited(path, next, held, manner)) return keep(path, 'same');
  return keep(path, next.owner === 'seeded' ? 'seeded' : 'lost');
}

/** A file that a unit did not have before. */
async function planAdded(path: string, next: TreeFile, manner: Manner): Promise<Step> {
  const { root } = manner;
  const subject = { path, from: path, base: undefined, next };
  if (manner.isLost(path) && standsAt(root, path) === 'file')
    return planLost(subject, next, manner);
  const wanted = { path, content: await manner.style(path, next.content), mode: next.mode };
  const step = planUnknown(root, wanted, false);
  const isStranger = step.changes.some(({ action }) => action === 'conflict');
  if (!isStranger || standsAt(root, path) !== 'file') return step;
  if (next.owner === 'seeded') return keep(path, 'seeded');
  if (manner.conflict === 'stop') return step;
  return planMerged(subject, next, heldAt(root, path), manner);
}

/** Puts a new content where it belongs: over the old one, or at the path to which the file moved. */
function place(
  change: Change,
  { path, from }: Subject,
  wanted: { readonly content: Uint8Array; readonly mode: number },
  held: Held,
  root: string,
): Step {
  if (path === from) {
    const isSame = wanted.mode === held.mode && Buffer.from(held.content).equals(wanted.content);
    return isSame
      ? { changes: [change], operations: [] }
      : replace(change, { path, ...wanted }, held);
  }
  const stands = standsAt(root, path);
  if (stands === 'other') return conflict(path, inTheWay);
  if (stands === 'file') return conflict(path, stranger);
  return move(change, from, { path, ...wanted }, held);
}

/** Says which edits a step writes over. */
async function tellEdits(step: Step, { from, base }: Subject, held: Held, manner: Manner) {
  if (step.operations.length === 0) return step;
  const isSafe = base !== undefined && (await isUnedited(from, base, held, manner));
  return isSafe ? step : { ...step, edited: [from] };
}

async function planMerged(
  subject: Subject,
  next: TreeFile,
  held: Held,
  manner: Manner,
): Promise<Step> {
  return tellEdits(await stepOf(subject, next, held, manner), subject, held, manner);
}

async function stepOf(subject: Subject, next: TreeFile, held: Held, manner: Manner): Promise<Step> {
  const { path, from, base } = subject;
  const isMoved = path !== from;
  const mode = modeAfter(held.mode, base?.mode ?? held.mode, next.mode, isRestored(manner, next));
  const put = (content: Uint8Array, change: Change): Step =>
    place(change, subject, { content, mode }, held, manner.root);
  const moved = (kept: readonly string[]): Change => ({ path, action: 'move', from, kept });
  const merged = await mergeFile({ path, from, base, next, ours: held.content }, manner);
  switch (merged.kind) {
    case 'keep':
      if (isMoved) return put(held.content, moved([]));
      if (mode !== held.mode) return put(held.content, { path, action: 'update' });
      return keep(path, merged.reason);
    case 'update':
      return put(merged.content, isMoved ? moved([]) : { path, action: 'update' });
    case 'merge': {
      const { content, kept } = merged;
      return put(content, isMoved ? moved(kept) : { path, action: 'merge', kept });
    }
    case 'conflict': {
      const { why, marked } = merged;
      if (manner.conflict !== 'markers') return conflict(path, why);
      return put(marked, { path, action: 'conflict', why, marked: true });
    }
  }
}

async function planKnown(
  subject: Subject,
  base: TreeFile,
  next: TreeFile,
  manner: Manner,
): Promise<Step> {
  const { path, from } = subject;
  const stands = standsAt(manner.root, from);
  if (stands === 'nothing') {
    return isRestored(manner, next) ? planAdded(path, next, manner) : keep(path, 'deleted');
  }
  const isSame = Buffer.from(base.content).equals(next.content) && !isRestored(manner, next);
  if (stands === 'other') return isSame ? keep(path, 'edited') : conflict(path, inTheWay);
  if (next.owner === 'seeded') return keep(from, 'seeded');
  return planMerged(subject, next, heldAt(manner.root, from), manner);
}

/** What becomes of one file. Reads the disk, writes nothing. */
export async function planFile(subject: Subject, manner: Manner): Promise<Step> {
  const { path, from, base, next } = subject;
  if (next === undefined) {
    return base === undefined ? nothing : planDropped(from, base, manner);
  }
  return base === undefined
    ? planAdded(path, next, manner)
    : planKnown(subject, base, next, manner);
}
