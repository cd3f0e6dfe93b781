import { describe, expect, test } from 'vitest';
import {
  boundsOf,
  defaultOf,
  isFilterable,
  type Field,
} from '../../../generators/core/spec/field.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { fieldTypes } from '../../../generators/core/spec/parse-field.ts';
import { shownOf } from '../../contract/suite/samples/samples.ts';
import { samplesOf } from '../../contract/suite/samples/samples-of.ts';
import { resourceInput, specInput, told, withFields } from './spec-input.ts';

const needed: Readonly<Record<string, object>> = {
  enum: { values: ['a', 'b'] },
  reference: { resource: 'book' },
};

const input = (type: string, keys: object) => ({ name: 'f', type, ...needed[type], ...keys });

const parsed = (type: string, keys: object): Field => {
  const [resource] = parseSpec(withFields(input(type, keys))).resources;
  const [field] = resource?.fields ?? [];
  if (field === undefined) throw new Error('no field');
  return field;
};

const faults = (type: string, keys: object): readonly string[] =>
  told(withFields(input(type, keys))).map((fault) => fault.replace('resources[0].fields[0].', ''));

test('a field without modifiers has none, and a reference keeps its row', () => {
  for (const type of fieldTypes) {
    const { index, ...field } = parsed(type, {});
    expect(index).toBe(false);
    expect(Object.keys(field).filter((key) => ['default', 'min', 'max'].includes(key))).toEqual([]);
  }
  expect(parsed('reference', {})).toMatchObject({ onDelete: 'restrict' });
});

describe.each(fieldTypes.filter((type) => type !== 'json' && type !== 'reference'))(
  'as a default of type %s',
  (type) => {
    const { valid, invalid, validRaw = [] } = samplesOf(parsed(type, {}));

    test('every value is taken that the back end takes, in the form in which it comes back', () => {
      for (const sample of valid) {
        const field = parsed(type, { default: sample.value });
        expect(defaultOf(field), sample.name).toBe(shownOf(sample));
      }
      for (const [raw, shown] of validRaw) {
        expect(defaultOf(parsed(type, { default: JSON.parse(raw) as unknown })), raw).toBe(shown);
      }
    });

    test('every value is refused that the back end refuses', () => {
      for (const { name, value } of invalid) {
        const message = faults(type, { default: value });
        expect([name, message]).toEqual([name, [expect.stringMatching(/^default: must be /u)]]);
      }
    });
  },
);

test.each([
  ['integer', { min: 1, max: 5 }],
  ['integer', { min: -5 }],
  ['bigint', { max: '9007199254740993' }],
  ['float', { min: -0.5, max: 1e300 }],
  ['date', { min: '2000-01-01', max: '2000-01-01' }],
])('%s keeps the bounds %j as they are', (type, bounds) => {
  expect(boundsOf(parsed(type, bounds))).toEqual(bounds);
});

test.each([
  ['decimal', { precision: 9, scale: 2, min: '-0', max: '19.9' }, { min: '0.00', max: '19.90' }],
  ['float', { min: -0 }, { min: 0 }],
  [
    'datetime',
    { min: '2026-11-22t09:30:00+02:00', max: '2026-11-22T09:30:00.1239Z' },
    { min: '2026-11-22T07:30:00.000Z', max: '2026-11-22T09:30:00.123Z' },
  ],
])('%s writes the bounds %j as values come back', (type, keys, bounds) => {
  expect(boundsOf(parsed(type, keys))).toEqual(bounds);
});

test.each([
  ['integer', { min: 5, max: 4 }, 'max: must not be less than min'],
  ['decimal', { min: '1.00', max: '0.99' }, 'max: must not be less than min'],
  ['datetime', { min: '2026-11-22T09:30:00Z', max: '2026-11-22T09:30:00+01:00' }, 'max: must not'],
  ['integer', { min: 1, default: 0 }, 'default: must not be less than min'],
  ['bigint', { max: '9', default: '10' }, 'default: must not be more than max'],
  ['integer', { min: '1' }, 'min: must be a whole number of 32 bits'],
  ['bigint', { min: 1 }, 'min: must be a whole number of 64 bits, as a text'],
  ['decimal', { scale: 2, max: '0.001' }, 'max: must be a decimal of at most 15 digits, 2 behind'],
  ['date', { max: '2026-02-30' }, 'max: must be a day of the years 0001 to 9999'],
  ['string', { min: 1 }, 'min: is not known; one of: '],
  ['string', { minLength: 0 }, 'minLength: must be a whole number from 1 to 200'],
  ['string', { minLength: 9, maxLength: 8 }, 'minLength: must be a whole number from 1 to 8'],
  ['text', { minLength: 3, default: 'ab' }, 'default: must be a text of 3 to 10000 characters'],
  ['boolean', { max: true }, 'max: is not known; '],
  ['json', { default: {} }, 'default: is not known; '],
  ['reference', { default: 'x' }, 'default: is not known; '],
  ['enum', { default: 'c' }, 'default: must be one of a, b'],
  ['string', { default: 'a', unique: true }, 'default: cannot hold: '],
  [
    'integer',
    { min: 1, max: 19, unique: true },
    'unique: cannot hold: from min to max there are 19',
  ],
  ['date', { index: true, unique: true }, 'index: cannot hold: what is unique has an index'],
  ['reference', { index: true }, 'index: cannot hold: a reference has an index'],
  ['text', { index: true }, 'index: cannot hold for the type text'],
  ['float', { index: true }, 'index: cannot hold for the type float'],
  ['json', { index: true }, 'index: cannot hold for the type json'],
  ['integer', { index: 1 }, 'index: must be true or false'],
  ['reference', { onDelete: 'delete' }, 'onDelete: "delete" is no rule; '],
  ['reference', { onDelete: 'setnull' }, 'onDelete: "setnull" is no rule; did you mean setNull?'],
  ['reference', { onDelete: true }, 'onDelete: must be a text'],
  ['date', { onDelete: 'cascade' }, 'onDelete: is not known; '],
])('%s %j: %s', (type, keys, fault) => {
  expect(faults(type, keys)[0]).toContain(fault);
});

test('a required reference is never set to null', () => {
  const onDelete = { type: 'reference', resource: 'author', onDelete: 'setNull' };
  const book = resourceInput({ fields: [{ name: 'by', ...onDelete, required: true }] });
  const other = resourceInput({ name: 'author' });
  expect(told(specInput({ resources: [book, other] }))).toEqual([
    'resources[0].fields[0].onDelete: cannot hold: a required field is never null',
  ]);
});

test('20 values are enough for a unique field', () => {
  expect(faults('integer', { min: 1, max: 20, unique: true })).toEqual([]);
});

test('a resource whose only field has one value cannot change', () => {
  const constant = { name: 'a', type: 'integer', required: true, max: -(2 ** 31) };
  const [fault] = told(specInput({ resources: [resourceInput({ fields: [constant] })] }));
  expect(fault).toContain('must hold a field that can take two values');
});

test('what has an index filters', () => {
  for (const type of ['string', 'email', 'url', 'uuid', 'integer', 'decimal', 'datetime']) {
    expect(isFilterable(parsed(type, { index: true })), type).toBe(true);
    expect(isFilterable(parsed(type, {})), type).toBe(false);
  }
});
