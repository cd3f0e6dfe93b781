import type { dimensions } from '../../../templates/choices.ts';
import type { Resource } from './field.ts';

type Dimensions = (typeof dimensions)[number];

/** One choice for every dimension. */
export type Choices = {
  readonly [D in Dimensions as D['id']]: D['choices'][number]['id'];
};

/** What the team chose: plain JSON, validated by `parseSpec`, kept in the generated repository. */
export interface Spec extends Choices {
  /** Of the project: lower-case words with single hyphens, at most 30 characters. */
  readonly name: string;
  /** One line of free text. */
  readonly description: string;
  readonly resources: readonly Resource[];
}
