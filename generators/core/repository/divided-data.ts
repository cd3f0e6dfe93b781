import { migrationNameOf, recordFolder } from '../apply/migration-record.ts';
import { resourcePath } from '../apply/state.ts';
import { filesBelow } from '../merge/disk.ts';
import { Refusal } from '../refusal.ts';
import type { Fault } from '../refusal.ts';
import { doubledSteps } from '../render/name-step.ts';
import { dataChoices } from '../spec/data-choices.ts';
import type { Spec } from '../spec/spec.ts';
import type { Repository } from './open.ts';

/** Those of some choices that others do not share. */
const without = (choices: string, others: string): string =>
  choices
    .split(' ')
    .filter((choice) => !others.split(' ').includes(choice))
    .join(' ');

/** Resources whose tables were made beside other choices than those of the project. */
function madeBesideOthers({ baselines }: Repository, applied: Spec): readonly Fault[] {
  const ours = dataChoices(applied);
  return [...baselines.heads].flatMap(([unit, { choices }]) =>
    unit === 'project' || choices === undefined || choices === ours
      ? []
      : [
          {
            path: resourcePath(unit.slice('resources/'.length)),
            message: `was made beside ${without(choices, ours)}, and the project is on ${without(ours, choices)}`,
          },
        ],
  );
}

/** Migrations that do once more what another one has done. */
const doneTwice = ({ root }: Repository): readonly Fault[] =>
  doubledSteps(filesBelow(root, recordFolder).map(migrationNameOf)).map(([first, second]) => ({
    path: second,
    message: `does what ${first} has done`,
  }));

/**
 * What two branches did to the data, each without knowing of the other, so that the migrations of both
 * together lead nowhere. Git merges them without a conflict.
 *
 * @param applied what was applied, as `recordedSpec` has it
 */
export const dividedData = (repository: Repository, applied: Spec): readonly Fault[] => [
  ...madeBesideOthers(repository, applied),
  ...doneTwice(repository),
];

/** @throws {Refusal} when there is such */
export function refuseDividedData(repository: Repository, applied: Spec): void {
  const faults = dividedData(repository, applied);
  if (faults.length === 0) return;
  throw new Refusal(
    'Branches were merged that each changed the data without the other; take one of the changes back, with its migrations and their records, and make it again.',
    { faults },
  );
}
