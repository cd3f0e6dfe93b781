import { dimensions } from '../../../templates/choices.ts';
import { Refusal } from '../../../generators/core/refusal.ts';
import type { Fault } from '../../../generators/core/refusal.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';

/** The default of every dimension, by id. */
export const defaultChoices: Readonly<Record<string, string>> = Object.fromEntries(
  dimensions.map(({ id, default: choice }) => [id, choice]),
);

/** Everything that `parseSpec` wants, with what a test cares about put in its place. */
export const specInput = (changes: Readonly<Record<string, unknown>> = {}) => ({
  name: 'shop',
  description: '',
  ...defaultChoices,
  resources: [],
  ...changes,
});

/** A resource with one field, with what a test cares about put in its place. */
export const resourceInput = (changes: Readonly<Record<string, unknown>> = {}) => ({
  name: 'book',
  fields: [{ name: 'title', type: 'string' }],
  ...changes,
});

/** A resource with these fields, and one more that is never the fault. */
export const withFields = (...fields: readonly unknown[]) =>
  specInput({ resources: [resourceInput({ fields: [...fields, { name: 'zz', type: 'date' }] })] });

/** What `parseSpec` finds wrong; nothing for a valid spec. */
export function faultsOf(input: unknown): readonly Fault[] {
  try {
    parseSpec(input);
    return [];
  } catch (error) {
    if (error instanceof Refusal && error.exitCode === 2 && error.faults.length > 0) {
      return error.faults;
    }
    throw error;
  }
}

/** The faults as `path: message`. */
export const told = (input: unknown): readonly string[] =>
  faultsOf(input).map(({ path, message }) => `${path}: ${message}`);
