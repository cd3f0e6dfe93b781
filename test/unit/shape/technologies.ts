import { dimensions } from '../../../templates/choices.ts';

/** Where the id alone would find too much, or too little: how the technology, and only it, is written. */
const written: Readonly<Record<string, RegExp>> = {
  // Its own words, too: what opens a database in memory, and how it is set up.
  sqlite: /(?<![a-z])sqlite(?![a-z])|:memory:|\bpragma\b/iu,
  // `...rest`, "the rest".
  rest: /\bREST\b/u,
};

/** Choices that are no technology: a way to lay files out. */
const layouts: ReadonlySet<string> = new Set(['architecture']);

export interface Technology {
  readonly dimension: string;
  readonly id: string;
  readonly word: RegExp;
  /** Its own places, as parts of paths. */
  readonly homes: readonly string[];
}

/** Everything that can be chosen and has a name in code. */
export const technologies: readonly Technology[] = dimensions
  .filter(({ id }) => !layouts.has(id))
  .flatMap(({ id: dimension, choices }) =>
    choices
      .filter(({ id }) => id !== 'none')
      .map(({ id }) => ({
        dimension,
        id,
        word: written[id] ?? new RegExp(`(?<![a-z])${id.replaceAll('-', '[- ]?')}(?![a-z])`, 'iu'),
        homes: [
          dimension === 'stack' ? `templates/stacks/${id}/` : `/${dimension}/${id}/`,
          `templates/services/${id}.ts`,
        ],
      })),
  );
