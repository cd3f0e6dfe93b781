import type { Fills } from '../../render/data-step.ts';
import { readFieldWord } from '../../spec/edit/field-word.ts';
import type { FieldInput } from '../../spec/edit/field-word.ts';
import type { ManyInput } from '../../spec/edit/join-resource.ts';
import { refusalOf } from '../../spec/parse.ts';

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

/** What fields get in rows that are there already, by `resource.field`. */
export const fillsOf = (resource: string, inputs: readonly FieldInput[]): Fills =>
  new Map(
    inputs.flatMap(({ name, fill }) =>
      fill === undefined ? [] : [[`${resource}.${name}`, fill] as const],
    ),
  );
