import { type Json, textOf } from '../json.ts';

/** A value that must be taken, and how it must come back. */
export interface Valid {
  readonly name: string;
  readonly value: Json;
  /** The representation, where it is not the value itself. */
  readonly shown?: Json;
}

/** A value that must be refused with 422. */
export interface Invalid {
  readonly name: string;
  readonly value: Json;
  /** JSON Schema cannot say this rule, or only with difficulty: the document may let it pass. */
  readonly beyondSchema?: boolean;
}

/** The table of one field type: everything that the suite knows of it. */
export interface Samples {
  readonly valid: readonly Valid[];
  readonly invalid: readonly Invalid[];
  /** Texts that no filter on such a field may take. */
  readonly invalidText: readonly string[];
  /** JSON spellings that only a raw body can hold, and how they come back. */
  readonly validRaw?: readonly (readonly [raw: string, shown: Json])[];
  /** The same, all wrong. */
  readonly invalidRaw?: readonly string[];
  /** The n-th of many distinct values, as it is represented. */
  readonly fresh: (n: number) => Json;
  /** Another spelling of a represented value, where the type has one. */
  readonly alias?: (shown: Json) => Json;
  /** The order of two represented values. */
  readonly compare: (a: Json, b: Json) => number;
}

export const shownOf = (sample: Valid): Json => sample.shown ?? sample.value;

/** Values of every JSON type that are not of the right one. */
export const notText: readonly Invalid[] = [5, 0, true, false, [], ['a'], {}, { a: 1 }].map(
  (value) => ({ name: `${JSON.stringify(value)}, no string`, value }),
);

/** By code point, as every database must: not by UTF-16 unit, locale or case. */
export function byCodePoint(a: Json, b: Json): number {
  return Buffer.compare(Buffer.from(textOf(a)), Buffer.from(textOf(b)));
}

export const byNumber = (a: Json, b: Json): number => Number(a) - Number(b);

/** By exact value: beyond 2^53 numbers would lie. */
export function byDigits(a: Json, b: Json): number {
  const [x, y] = [a, b].map((text) => BigInt(textOf(text).replace('.', '')));
  if (x === undefined || y === undefined || x === y) return 0;
  return x < y ? -1 : 1;
}
