import type { Field, FieldKind, FieldType } from '../../../../generators/core/spec/field.ts';
import type { Json } from '../json.ts';
import { bigintSamples } from './bigint.ts';
import { booleanSamples } from './boolean.ts';
import { withBounds } from './bounded.ts';
import { dateSamples } from './date.ts';
import { datetimeSamples } from './datetime.ts';
import { decimalSamples } from './decimal.ts';
import { emailSamples } from './email.ts';
import { enumSamples } from './enum.ts';
import { floatSamples } from './float.ts';
import { integerSamples } from './integer.ts';
import { jsonSamples } from './json.ts';
import { referenceSamples } from './reference.ts';
import type { Samples } from './samples.ts';
import { stringSamples } from './string.ts';
import { urlSamples } from './url.ts';
import { uuidSamples } from './uuid.ts';

type Tables = {
  readonly [T in FieldType]: (kind: Extract<FieldKind, { type: T }>) => Samples;
};

/** One table a field type: a type without one does not compile. */
const tables: Tables = {
  string: stringSamples,
  text: stringSamples,
  email: emailSamples,
  url: urlSamples,
  uuid: uuidSamples,
  integer: integerSamples,
  bigint: bigintSamples,
  decimal: decimalSamples,
  float: floatSamples,
  boolean: booleanSamples,
  date: dateSamples,
  datetime: datetimeSamples,
  json: jsonSamples,
  enum: enumSamples,
  reference: referenceSamples,
};

/** A value that the field refuses, whatever its type. */
export const wrongFor = (field: Field): Json => samplesOf(field).invalid[0]?.value ?? { of: [] };

/** What the suite knows of this field's values. */
export function samplesOf(field: Field): Samples {
  // The table of a type takes the fields of that type: the compiler cannot follow the index.
  const table = tables[field.type] as (kind: FieldKind) => Samples;
  return withBounds(table(field), field);
}
