import type { Field, FieldKind, FieldType } from '../../../../generators/core/spec/field.ts';
import { bigintSamples } from './bigint.ts';
import { booleanSamples } from './boolean.ts';
import { dateSamples } from './date.ts';
import { datetimeSamples } from './datetime.ts';
import { decimalSamples } from './decimal.ts';
import { emailSamples } from './email.ts';
import { enumSamples } from './enum.ts';
import { integerSamples } from './integer.ts';
import { referenceSamples } from './reference.ts';
import type { Samples } from './samples.ts';
import { stringSamples } from './string.ts';

type Tables = {
  readonly [T in FieldType]: (kind: Extract<FieldKind, { type: T }>) => Samples;
};

/** One table a field type: a type without one does not compile. */
const tables: Tables = {
  string: stringSamples,
  text: stringSamples,
  email: emailSamples,
  integer: integerSamples,
  bigint: bigintSamples,
  decimal: decimalSamples,
  boolean: booleanSamples,
  date: dateSamples,
  datetime: datetimeSamples,
  enum: enumSamples,
  reference: referenceSamples,
};

/** What the suite knows of this field's values. */
export function samplesOf(field: Field): Samples {
  // The table of a type takes the fields of that type: the compiler cannot follow the index.
  const table = tables[field.type] as (kind: FieldKind) => Samples;
  return table(field);
}
