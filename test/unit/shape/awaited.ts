import { dimensions } from '../../../templates/choices.ts';
import type { Choice } from '../../../generators/core/spec/dimension.ts';

/** Folders of templates may stand for these facts, though no choice brings them yet. */
export const awaited: readonly string[] = ['has/database-server'];

const brought: ReadonlySet<string> = new Set(
  dimensions.flatMap(({ choices }) =>
    choices.flatMap((choice: Choice) => (choice.has ?? []).map((thing) => `has/${thing}`)),
  ),
);

/** Those that a choice brings after all: they must leave the list. */
export const arrived: readonly string[] = awaited.filter((fact) => brought.has(fact));
