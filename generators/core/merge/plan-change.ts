import type { Manner } from './manner.ts';
import { matchFiles } from './match.ts';
import type { UnitChange } from './match.ts';
import { planFile } from './plan-file.ts';
import type { Step } from './step.ts';

const byPath = ({ path: a }: { readonly path: string }, { path: b }: { readonly path: string }) =>
  a < b ? -1 : 1;

/** What becomes of every file of the units that change, in the order of their paths. */
export async function planUnits(
  changes: readonly UnitChange[],
  manner: Manner,
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const subject of matchFiles(changes).toSorted(byPath)) {
    steps.push(await planFile(subject, manner));
  }
  return steps;
}
