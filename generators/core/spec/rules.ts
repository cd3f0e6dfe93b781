import { dimensions } from '../../../templates/choices.ts';
import { rules } from '../../../templates/rules.ts';
import type { Rule } from './dimension.ts';

type Chosen = Readonly<Record<string, string | undefined>>;

/** The rules that forbid what was chosen so far. */
export const brokenRules = (chosen: Chosen, among: readonly Rule[] = rules): readonly Rule[] =>
  among.filter(({ when }) => Object.entries(when).every(([id, choice]) => chosen[id] === choice));

const labelOf = (dimensionId: string, choiceId: string): string => {
  const dimension = dimensions.find(({ id }) => id === dimensionId);
  const label = dimension?.choices.find(({ id }) => id === choiceId)?.label;
  return label ?? `${dimensionId}=${choiceId}`;
};

/** `Rails and Cassandra do not go together: <reason>; take <instead>.` */
export const sentenceOf = ({ when, reason, instead }: Rule): string =>
  `${Object.entries(when)
    .map(([id, choice]) => labelOf(id, choice))
    .join(' and ')} do not go together: ${reason}; take ${instead}`;
