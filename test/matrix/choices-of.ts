import { dimensions } from '../../templates/choices.ts';

/** The ids of all answers to one question. */
export const choicesOf = (dimension: string): readonly string[] =>
  dimensions.find(({ id }) => id === dimension)?.choices.map(({ id }) => id) ?? [];
