import { dimensions } from '../../../templates/choices.ts';
import type { Choice } from '../spec/dimension.ts';

/** What a project has of a dimension that did not exist when it was written: nothing, where that can be chosen. */
function unasked({ choices, default: standard }: (typeof dimensions)[number]): string {
  const offered: readonly Choice[] = choices;
  return offered.some(({ id }) => id === 'none') ? 'none' : standard;
}

/** Choices of an older generator, with those of dimensions that are new since. */
export const fillIn = (choices: object): object => ({
  ...Object.fromEntries(dimensions.map((dimension) => [dimension.id, unasked(dimension)])),
  ...choices,
});
