import { dimensions } from '../../../templates/choices.ts';
import { example } from '../../../templates/example.ts';
import { parseSpec } from '../spec/parse.ts';
import type { Spec } from '../spec/spec.ts';

/** What is known before anything is asked. */
export interface Answers {
  /** By key of the spec, and `example`. */
  readonly given: Readonly<Record<string, unknown>>;
  /** For the question about the name; need not be a valid one. */
  readonly suggestedName: string;
}

/** Fills in what nobody said and everything has: defaults, and the example resource. */
export function completeSpec({ given, suggestedName }: Answers): Spec {
  const { example: wanted = given['resources'] === undefined, ...rest } = given;
  const defaults = Object.fromEntries(dimensions.map(({ id, default: choice }) => [id, choice]));
  const faults =
    typeof wanted === 'boolean' ? [] : [{ path: 'example', message: 'must be true or false' }];
  const { resources = [] } = rest;
  const all = {
    name: suggestedName,
    description: '',
    ...defaults,
    ...rest,
    resources: wanted === true && Array.isArray(resources) ? [...resources, example] : resources,
  };
  return parseSpec(all, faults);
}
