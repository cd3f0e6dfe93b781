import type { Settle } from './merge-text.ts';
import { isRequirement } from './version-tokens.ts';

/** What follows the last line feed of a file is an empty line: it stays the last. */
const inOrder = (lines: readonly string[]): readonly string[] => [
  ...lines.filter((line) => line !== '').toSorted(),
  ...lines.filter((line) => line === ''),
];

/**
 * Settles a clash in a registry, one item a line and sorted: it holds what one side added, and not
 * what one side took out.
 */
export const unite: Settle = (base, ours, next) => {
  const gone = new Set(base.filter((line) => !ours.includes(line) || !next.includes(line)));
  return inOrder([...new Set([...ours, ...next])].filter((line) => !gone.has(line)));
};

/** Settles a clash in a list of packages, whose order says nothing. */
export const uniteRequirements: Settle = (base, ours, next) =>
  [...base, ...ours, ...next].every(isRequirement) ? unite(base, ours, next) : undefined;
