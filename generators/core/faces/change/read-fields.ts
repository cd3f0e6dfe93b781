import type { Fills } from '../../render/data-step.ts';
import { readFieldWord } from '../../spec/edit/field-word.ts';
import type { FieldInput } from '../../spec/edit/field-word.ts';
import { joinResource } from '../../spec/edit/join-resource.ts';
import type { ManyInput } from '../../spec/edit/join-resource.ts';
import { didYouMean } from '../../spec/nearest.ts';
import { refusalOf } from '../../spec/parse.ts';
import type { Json } from '../../spec/reader.ts';
import type { Spec } from '../../spec/spec.ts';

/** What stands behind a command: fields, and of which other resources there are many. */
export interface Inputs {
  readonly fields: readonly FieldInput[];
  readonly many: readonly ManyInput[];
}

/**
 * Reads the fields that stand behind a command.
 *
 * @throws {Refusal} with all that are not understood
 */
export function readFields(words: readonly string[]): Inputs {
  const read = words.map(readFieldWord);
  const faults = read.filter((one) => 'message' in one);
  if (faults.length > 0) throw refusalOf(faults);
  return {
    fields: read.filter((one) => 'field' in one),
    many: read.filter((one) => 'many' in one),
  };
}

export const printMany = ({ name, many }: ManyInput): string => `${name}:many=${many}`;

/**
 * The resources of pairs by which one has many of others.
 *
 * @throws {Refusal} when there is nothing of which it could have many, in the words that were typed
 */
export function joinsOf(
  { resources }: Spec,
  name: string,
  many: readonly ManyInput[],
): readonly Json[] {
  const known = [...new Set([...resources.map((resource) => resource.name), name])];
  const wrong = many.filter((one) => !known.includes(one.many));
  if (wrong.length > 0) {
    throw refusalOf(
      wrong.map((one) => ({
        path: printMany(one),
        message: `names no resource; ${didYouMean(one.many, known)}`,
      })),
    );
  }
  return many.map((one) => joinResource(name, one));
}

/** What fields get in rows that are there already, by `resource.field`. */
export const fillsOf = (resource: string, inputs: readonly FieldInput[]): Fills =>
  new Map(
    inputs.flatMap(({ name, fill }) =>
      fill === undefined ? [] : [[`${resource}.${name}`, fill] as const],
    ),
  );
