import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversionOf } from '../../../generators/core/render/conversion.ts';
import type { Conversion } from '../../../generators/core/render/conversion.ts';
import type { Field } from '../../../generators/core/spec/field.ts';
import { measureOf } from '../../../generators/core/spec/measures.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { withFields } from '../spec/spec-input.ts';
import { fieldInputs } from './arbitrary-change.ts';

type Keys = Readonly<Record<string, unknown>>;

function fieldOf(input: Keys): Field {
  const [field] = parseSpec(withFields({ name: 'field', ...input })).resources[0]?.fields ?? [];
  if (field === undefined) throw new Error('no field');
  return field;
}

const fields = fieldInputs.map(fieldOf);
const strings = fc
  .integer({ min: 1, max: 255 })
  .map((maxLength) => fieldOf({ type: 'string', maxLength }));

const exact = fc.oneof(
  fc.constantFrom<Keys>({ type: 'integer' }, { type: 'bigint' }),
  fc
    .tuple(fc.integer({ min: 1, max: 15 }), fc.nat(15))
    .filter(([precision, scale]) => scale <= precision)
    .map(([precision, scale]) => ({ type: 'decimal', precision, scale })),
);

const digits = 20;
const one = 10n ** BigInt(digits);

/** A number in so small steps that every type has only whole ones. */
function stepsOf(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const steps = BigInt(whole) * one + BigInt(fraction.padEnd(digits, '0'));
  return text.startsWith('-') ? -steps : steps;
}

/** Half of a step goes away from zero, as databases do it. */
function rounded(steps: bigint, scale: number): bigint {
  const unit = 10n ** BigInt(digits - scale);
  const [size, sign] = steps < 0n ? [-steps, -1n] : [steps, 1n];
  return ((size + unit / 2n) / unit) * unit * sign;
}

function converted(steps: bigint, conversion: Conversion, scale: number): bigint {
  if (conversion.kind !== 'clamp') return rounded(steps, scale);
  const [least, most] = [stepsOf(conversion.least), stepsOf(conversion.most)];
  if (steps < least) return rounded(least, scale);
  return rounded(steps > most ? most : steps, scale);
}

interface Reach {
  readonly least: bigint;
  readonly most: bigint;
  readonly scale: number;
}

function reachOf(field: Field): Reach {
  const measure = measureOf(field);
  if (measure === undefined) throw new Error(`${field.type} has no numbers`);
  const [least, most] = [measure.least, measure.most].map((end) =>
    stepsOf(String(measure.write(end))),
  );
  return {
    least: least ?? 0n,
    most: most ?? 0n,
    scale: field.type === 'decimal' ? field.scale : 0,
  };
}

/** A value that a field can hold, the ends of its reach more often than others. */
const numbersOf = ({ least, most, scale }: Reach): fc.Arbitrary<bigint> =>
  fc.oneof(fc.constantFrom(least, 0n, most), fc.bigInt({ min: least, max: most })).map((steps) => {
    const unit = 10n ** BigInt(digits - scale);
    return (steps / unit) * unit;
  });

describe('numbers', () => {
  const cases = fc.tuple(exact, exact).chain(([from, to]) => {
    const [was, is] = [fieldOf(from), fieldOf(to)];
    return numbersOf(reachOf(was)).map((value) => ({ was, is, value }));
  });

  test('what comes out fits, and what fitted stays', () => {
    fc.assert(
      fc.property(cases, ({ was, is, value }) => {
        const conversion = conversionOf(was, is);
        if (conversion === undefined) throw new Error('numbers become numbers');
        const { least, most, scale } = reachOf(is);
        const result = converted(value, conversion, scale);
        expect(result >= least && result <= most).toBe(true);
        const fits = value >= least && value <= most && rounded(value, scale) === value;
        if (fits || conversion.kind === 'keep') expect(result).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });

  test('limits are numbers of the type that is left: they are written before it goes', () => {
    fc.assert(
      fc.property(cases, ({ was, is }) => {
        const conversion = conversionOf(was, is);
        fc.pre(conversion?.kind === 'clamp');
        const { least, most, scale } = reachOf(was);
        for (const limit of [conversion.least, conversion.most].map(stepsOf)) {
          expect(limit >= least && limit <= most).toBe(true);
          expect(rounded(limit, scale)).toBe(limit);
        }
      }),
    );
  });
});

describe('any field', () => {
  test('stays what it is, and so it does where it only gets more room', () => {
    fc.assert(
      fc.property(fields, (field) => {
        expect(conversionOf(field, field)).toEqual({ kind: 'keep' });
      }),
    );
    fc.assert(
      fc.property(strings, strings, (was, is) => {
        const [before, after] = [was, is].map((field) =>
          'maxLength' in field ? field.maxLength : 0,
        );
        expect(conversionOf(was, is)).toEqual(
          (before ?? 0) <= (after ?? 0) ? { kind: 'keep' } : { kind: 'cut', length: after },
        );
      }),
    );
  });

  test('either becomes the other, or is another one of the same name', () => {
    fc.assert(
      fc.property(fields, fields, (was, is) => {
        const conversion = conversionOf(was, is);
        if (conversion?.kind === 'cut') expect(is).toMatchObject({ maxLength: conversion.length });
        if (conversion?.kind === 'among') expect(is).toMatchObject({ values: conversion.values });
        if (was.type === 'json' || is.type === 'json') {
          expect(conversion !== undefined).toBe(was.type === is.type);
        }
      }),
    );
  });
});

const words = (...values: readonly string[]): Field => fieldOf({ type: 'enum', values });

describe('words', () => {
  test('more of them keep all, fewer keep those that are left', () => {
    expect(conversionOf(words('a', 'b'), words('b', 'c', 'a'))).toEqual({ kind: 'keep' });
    expect(conversionOf(words('a', 'b'), words('b'))).toEqual({ kind: 'among', values: ['b'] });
    expect(conversionOf(fieldOf({ type: 'string' }), words('b'))).toEqual({
      kind: 'among',
      values: ['b'],
    });
    expect(conversionOf(fieldOf({ type: 'integer' }), words('b'))).toBeUndefined();
  });
});

test.each([
  ['email', 'string', 254],
  ['url', 'text', 2000],
  ['uuid', 'string', 36],
])('each %s is a %s of %i characters, and of fewer cut', (type, text, length) => {
  const to = (maxLength: number) =>
    conversionOf(fieldOf({ type }), fieldOf({ type: text, maxLength }));
  expect(to(length)).toEqual({ kind: 'keep' });
  expect(to(length - 1)).toEqual({ kind: 'cut', length: length - 1 });
});
