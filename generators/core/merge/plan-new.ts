import { filesBelow, heldAt, standsAt } from './disk.ts';
import type { Plan, Wanted } from './plan.ts';
import { conflict, create, inTheWay, keep, overwrite, stranger } from './step.ts';
import type { Step } from './step.ts';

/** A file of which no baseline is known: what stands there is never overwritten unasked. */
export function planUnknown(root: string, wanted: Wanted, force: boolean): Step {
  const { path } = wanted;
  const stands = standsAt(root, path);
  if (stands === 'nothing') return create(wanted);
  if (stands === 'other') return conflict(path, inTheWay);
  const held = heldAt(root, path);
  if (Buffer.from(held.content).equals(wanted.content)) return keep(path, 'same');
  return force ? overwrite(root, wanted, held) : conflict(path, stranger);
}

/**
 * The plan for a project without a baseline. Writes nothing.
 *
 * @param force replace what stands in the way, keeping what it held beside it
 */
export function planNew(root: string, wanted: readonly Wanted[], force: boolean): Plan {
  const steps = wanted.map((file) => planUnknown(root, file, force));
  const paths = new Set(wanted.map(({ path }) => path));
  return {
    root,
    changes: steps.flatMap(({ changes }) => changes),
    foreign: filesBelow(root).filter((path) => !paths.has(path)),
    operations: steps.flatMap(({ operations }) => operations),
  };
}
