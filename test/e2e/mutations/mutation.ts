import type { Edit } from '../machine/edit.ts';

/** A change of a generated project that its linter must notice. */
export interface Offence extends Edit {
  readonly what: string;
}

/** A change of a generated project that its tests must notice. */
export interface Mutation extends Offence {
  /** Which of its tests are to notice: part of their path. */
  readonly tests: string;
}

/** The files of the example resource, without their endings. */
export const tasks = 'src/modules/tasks/tasks';
