import * as fc from 'fast-check';
import type { FieldKind, FieldType } from '../../../generators/core/spec/field.ts';
import { fewestUniqueValues } from '../../../generators/core/spec/limits.ts';
import { measureOf } from '../../../generators/core/spec/measures.ts';

type Keys = Readonly<Record<string, unknown>>;
type Arbitrary = fc.Arbitrary<Keys>;

/** Some of these keys. */
const some = (keys: Readonly<Record<string, fc.Arbitrary<unknown>>>): Arbitrary =>
  fc.record(keys, { requiredKeys: [] });

const required = { required: fc.boolean() };
const both = (one: Arbitrary, other: Arbitrary): Arbitrary =>
  fc.tuple(one, other).map(([keys, more]) => ({ ...keys, ...more }));

/** Unique, or what a unique field cannot have. */
const uniqueOr = (others: Arbitrary): Arbitrary =>
  both(fc.oneof(some({ unique: fc.boolean() }), others), some(required));

const notUnique = (standard: fc.Arbitrary<unknown>): Arbitrary =>
  some({ index: fc.boolean(), default: standard });

/** Of so many characters, some of which mean something to JavaScript or to templates. */
const textOf = (length: number): fc.Arbitrary<string> =>
  fc
    .string({
      unit: fc.constantFrom(...Array.from('aB9 é日📚"\'`<%>&#*_\\$-{}\n\u2028')),
      minLength: length,
      maxLength: length,
    })
    .map((text) => `x${[...text].slice(1, -1).join('')}${length > 1 ? 'y' : ''}`);

export const characters = (longest: number, indexed: boolean): Arbitrary =>
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 9, max: longest }), fc.boolean())
    .chain(([minLength, maxLength, isTold]) => {
      const standard = fc.integer({ min: minLength, max: 9 }).chain(textOf);
      const told = isTold ? { minLength, maxLength } : {};
      const open = fc.oneof(some({ default: isTold ? standard : textOf(9) }), some(required));
      const closed = uniqueOr(notUnique(isTold ? standard : textOf(9)));
      return (indexed ? closed : open).map((keys) => ({ ...told, ...keys }));
    });

const typed = (...values: readonly string[]): Arbitrary =>
  uniqueOr(notUnique(fc.constantFrom(...values)));

const step = ({ least, most }: { readonly least: bigint; readonly most: bigint }) =>
  fc.oneof(fc.bigInt({ min: least, max: most }), fc.constantFrom(least, 0n, most));

/** Bounds, and a default between them, in the notation of the kind. */
function measured(kind: FieldKind, isUnique: boolean): Arbitrary {
  const measure = measureOf(kind);
  if (measure === undefined) throw new Error(`${kind.type} has no bounds`);
  const { write } = measure;
  const steps = fc.tuple(step(measure), step(measure), step(measure));
  const values = steps.map((three) => three.toSorted((a, b) => (a < b ? -1 : 1)));
  return fc.tuple(values, fc.subarray(['min', 'max', 'default', 'index'])).map(([three, keys]) => {
    const [min = 0n, standard = 0n, max = 0n] = three;
    if (isUnique) {
      const isRoomy = max - min > fewestUniqueValues;
      return { unique: true, ...(isRoomy && { min: write(min), max: write(max) }) };
    }
    const all = { min: write(min), default: write(standard), max: write(max), index: true };
    return Object.fromEntries(
      Object.entries(all).filter(
        ([key]) => keys.includes(key) && !(key === 'index' && kind.type === 'float'),
      ),
    );
  });
}

export const bounded = (kind: FieldKind): Arbitrary =>
  both(
    fc.boolean().chain((unique) => measured(kind, unique && kind.type !== 'float')),
    some(required),
  );

const enumLike = (values: readonly string[]): Arbitrary =>
  both(notUnique(fc.constantFrom(...values)), some(required)).map((keys) => ({ ...keys, values }));

/** Everything but the name, for the types of which a test need not know more. */
export const modified = {
  email: typed('A.b@example.com', "o'neil@example.org"),
  url: typed('https://example.com/a?b=%20#c', "http://[::1]/'(a)'"),
  uuid: typed('F47AC10B-58CC-4372-A567-0E02B2C3D479', '00000000-0000-0000-0000-000000000000'),
  boolean: both(notUnique(fc.boolean()), some(required)),
  integer: bounded({ type: 'integer' }),
  bigint: bounded({ type: 'bigint' }),
  float: bounded({ type: 'float' }),
  date: bounded({ type: 'date' }),
  datetime: bounded({ type: 'datetime' }),
} as const satisfies Partial<Record<FieldType, Arbitrary>>;

export const enums = (value: fc.Arbitrary<string>): Arbitrary =>
  fc.uniqueArray(value, { minLength: 1, maxLength: 12 }).chain(enumLike);

export const decimals: Arbitrary = fc
  .record({ precision: fc.integer({ min: 8, max: 15 }), scale: fc.integer({ min: 0, max: 8 }) })
  .chain((digits) =>
    bounded({ type: 'decimal', ...digits }).map((keys) => ({ ...digits, ...keys })),
  );

/** A required reference is never set to null. */
export const references: Arbitrary = both(
  some({ unique: fc.boolean() }),
  fc.oneof(
    some({ ...required, onDelete: fc.constantFrom('restrict', 'cascade') }),
    fc.constant({ onDelete: 'setNull' }),
  ),
);
