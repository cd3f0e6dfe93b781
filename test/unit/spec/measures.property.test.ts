import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldKind } from '../../../generators/core/spec/field.ts';
import { measureOf } from '../../../generators/core/spec/measures.ts';
import type { Measure } from '../../../generators/core/spec/measures.ts';
import { samplesOf } from '../../contract/suite/samples/samples-of.ts';

const kinds: readonly FieldKind[] = [
  { type: 'integer' },
  { type: 'bigint' },
  { type: 'decimal', precision: 15, scale: 2 },
  { type: 'decimal', precision: 4, scale: 4 },
  { type: 'decimal', precision: 9, scale: 0 },
  { type: 'float' },
  { type: 'date' },
  { type: 'datetime' },
];

const common = { name: 'f', required: true, unique: false, index: false };

const measured = (kind: FieldKind): Measure => {
  const measure = measureOf(kind);
  if (measure === undefined) throw new Error(`${kind.type} has no measure`);
  return measure;
};

const nameOf = (kind: FieldKind): string => Object.values(kind).join(' ');

describe.each(kinds.map((kind) => [nameOf(kind), kind] as const))('%s', (_, kind) => {
  const measure = measured(kind);
  const { least, most, read, write } = measure;
  const { compare } = samplesOf({ ...common, ...kind });

  test('a step is read from what was written of it, up to both ends', () => {
    const steps = fc.oneof(fc.bigInt({ min: least, max: most }), fc.constantFrom(least, most));
    fc.assert(
      fc.property(steps, (step) => {
        expect(read(write(step))).toBe(step);
      }),
    );
  });

  test('of two values the one with the lower step comes first, and the next one lies behind', () => {
    const steps = fc.bigInt({ min: least, max: most - 1n });
    fc.assert(
      fc.property(steps, steps, (one, other) => {
        const order = one < other ? -1 : one === other ? 0 : 1;
        expect(Math.sign(compare(write(one), write(other)))).toBe(order);
        expect(compare(write(one), write(one + 1n))).toBeLessThan(0);
      }),
    );
  });

  test('nothing lies beyond the ends', () => {
    expect(read(write(least - 1n))).toBeUndefined();
    expect(read(write(most + 1n))).toBeUndefined();
  });
});

test.each(['string', 'boolean', 'json', 'enum', 'reference', 'email', 'url', 'uuid', 'text'])(
  'values of type %s are not measured',
  (type) => {
    // Nothing but the type is looked at.
    expect(measureOf({ type } as FieldKind)).toBeUndefined();
  },
);
