import { dimensions } from '../../templates/choices.ts';
import { brokenRules } from '../../generators/core/spec/rules.ts';

export type Combination = Readonly<Record<string, string>>;

/** Every combination of choices that no rule forbids; derived, so that a new choice is in it at once. */
export const combinations: readonly Combination[] = dimensions
  .reduce<readonly Combination[]>(
    (rows, { id, choices }) =>
      rows.flatMap((row) => choices.map((choice) => ({ ...row, [id]: choice.id }))),
    [{}],
  )
  .filter((combination) => brokenRules(combination).length === 0);

/** `database=sqlite api=rest`: only what there is a choice about. */
export const nameOf = (combination: Combination): string =>
  dimensions
    .filter(({ choices }) => choices.length > 1)
    .map(({ id }) => `${id}=${combination[id] ?? ''}`)
    .join(' ') || 'the only combination';
