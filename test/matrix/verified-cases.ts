import { parseSpec } from '../../generators/core/spec/parse.ts';
import { defaultChoices } from '../unit/spec/spec-input.ts';
import type { Case } from './cases.ts';
import { combinations, nameOf } from './combinations.ts';
import type { Combination } from './combinations.ts';
import { resourceSets } from './resource-sets.ts';

/** A pipeline or an image changes no file that is verified. */
const programs = combinations.filter((combination) =>
  ['ci', 'delivery'].every((dimension) => combination[dimension] === defaultChoices[dimension]),
);

/** How much of what can be chosen makes a difference to these resources; all others need one case. */
const reach: Readonly<Record<string, 'all' | 'databases'>> = {
  'the example': 'all',
  'rows that go with others': 'databases',
  'every-type.json': 'databases',
};

export const reaching = Object.keys(reach);

/** Of rows that come in turn, those whose turn it is; so that all come to their turn. */
const turnOf = <Each>(rows: readonly Each[], turn: number): readonly Each[] =>
  rows.slice(turn % rows.length).slice(0, 1);

const databasesOf = (rows: readonly Combination[]): readonly (readonly Combination[])[] => [
  ...Map.groupBy(rows, ({ database }) => database).values(),
];

function chosenFor(set: string, turn: number, rows: readonly Combination[]) {
  if (reach[set] === 'all') return rows;
  if (reach[set] === undefined) return turnOf(rows, turn);
  return databasesOf(rows).flatMap((each, index) => turnOf(each, turn + index));
}

/** The projects that are verified, for each stack: every set of resources on what it may differ on. */
export const verifiedCases: readonly Case[] = [
  ...Map.groupBy(programs, ({ stack }) => stack).values(),
].flatMap((rows) =>
  [...resourceSets].flatMap(([set, resources], turn) =>
    chosenFor(set, turn, rows).map((combination) => {
      const { stack, database, auth } = combination;
      return {
        title: `${nameOf(combination)}, ${set}`,
        id: [stack, database, auth, turn].join('-'),
        set,
        spec: parseSpec({ ...resources, ...combination }),
      };
    }),
  ),
);
