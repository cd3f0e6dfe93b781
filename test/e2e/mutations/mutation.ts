import type { Edit } from '../machine/edit.ts';

/** A change of a generated project that one of its checks must notice. */
export interface Offence extends Edit {
  readonly what: string;
}

/** A change of a generated project that its tests must notice. */
export interface Mutation extends Offence {
  /** Which of its tests are to notice: as `test` of the stack is told them. */
  readonly tests: string;
}

/** A project that mistakes are made in, one after the other. */
export interface Kind {
  readonly name: string;
  /** An answers file; without it, the project holds the example. */
  readonly answers?: string;
  readonly database?: string;
  readonly mistakes: readonly Mutation[];
}

type Command = readonly [string, ...string[]];

/** One of a project's own commands beside its tests. */
export interface Checker {
  readonly name: string;
  readonly command: Command;
  /** What it says then, where it could end badly for other reasons. */
  readonly says?: RegExp;
  readonly mistakes: readonly Offence[];
}

/** How projects of one stack are broken on purpose, and who must notice. */
export interface MutatedStack {
  readonly stack: string;
  /** Words for `groundwork new` beside those of a kind. */
  readonly words: readonly string[];
  /** Runs the tests that are named behind it, or all, and ends with the first that fails. */
  readonly test: Command;
  /** What it says when tests have failed, and not only could not be found. */
  readonly says: RegExp;
  /** The first is the one that checkers look at. */
  readonly kinds: readonly [Kind, ...Kind[]];
  readonly checkers: readonly Checker[];
}
