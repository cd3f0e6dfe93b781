import { dimensions } from '../../../templates/choices.ts';
import type { Choice } from './dimension.ts';
import type { Spec } from './spec.ts';

const keepsData = ({ family, reserves }: Choice): boolean =>
  family !== undefined || reserves !== undefined;

const keeping = dimensions.filter(({ choices }) => choices.some(keepsData));

/** The choices on which tables of resources depend, as they are typed: `auth=jwt database=sqlite`. */
export const dataChoices = (spec: Spec): string =>
  keeping
    .map(({ id }) => `${id}=${spec[id]}`)
    .toSorted()
    .join(' ');
