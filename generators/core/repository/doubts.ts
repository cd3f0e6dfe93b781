import { baselinePath } from '../apply/baseline.ts';
import type { UnitId } from '../render/tree.ts';
import type { Repository } from './open.ts';
import { contestedFields } from './united-part.ts';

const lostNote = (unit: UnitId): string =>
  `${baselinePath(unit)} was missing or damaged: its files were compared with what the spec says today, and whether a migration is lacking could not be checked.`;

const strangerNote = (path: string): string =>
  `${path} could not be read: what it stood for, and is not in the spec, was left as it is.`;

/** The units whose baselines git merged, and that are read in full. */
function mergedNotes({ baselines }: Repository, lost: ReadonlySet<UnitId>): readonly string[] {
  const merged = [...baselines.heads].filter(
    ([unit, { inputs }]) => inputs === '' && !lost.has(unit),
  );
  const contested = merged.flatMap(([unit]) =>
    contestedFields(baselines.read(unit).parts).map(
      (name) => `${unit.replace('resources/', '')}.${name}`,
    ),
  );
  return contested.length === 0
    ? []
    : [
        `two branches differ in ${contested.join(', ')}: look whether the migrations of both lead to what the spec says.`,
      ];
}

/**
 * What could not be found out about a project, and somebody has to look at.
 *
 * @param lost units whose baselines cannot be read
 */
export function doubtsOf(repository: Repository, lost: ReadonlySet<UnitId>): readonly string[] {
  const { damaged } = repository.baselines;
  const known = new Set([...lost].map(baselinePath));
  return [
    ...[...lost].map(lostNote),
    ...[...damaged.keys()].filter((path) => !known.has(path)).map(strangerNote),
    ...mergedNotes(repository, lost),
  ];
}
