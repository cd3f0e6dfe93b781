import { describe, expect, test } from 'vitest';
import {
  isFilterable,
  isSortable,
  propertyOf,
  type Field,
} from '../../../generators/core/spec/field.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { fieldTypes } from '../../../generators/core/spec/parse-field.ts';
import { resourceInput, specInput, told, withFields } from './spec-input.ts';

/** What a type cannot do without. */
const needed: Readonly<Record<string, object>> = {
  enum: { values: ['a'] },
  reference: { resource: 'book' },
};

const elsewhere: Readonly<Record<string, object>> = { reference: { resource: 'author' } };

const fieldOf = (type: string, keys: object = {}) => ({
  name: 'f',
  type,
  ...needed[type],
  ...keys,
});

const parsed = (type: string, keys: object = {}): Field => {
  const author = resourceInput({ name: 'author' });
  const other = { name: 'other', type: 'date' };
  const book = resourceInput({ fields: [{ ...fieldOf(type, keys), ...elsewhere[type] }, other] });
  const { resources } = parseSpec(specInput({ resources: [author, book] }));
  const [field] = resources[1]?.fields ?? [];
  if (field === undefined) throw new Error('no field');
  return field;
};

const at = (faults: readonly string[]) =>
  faults.map((fault) => fault.replace('resources[0].fields[0].', ''));

describe.each(fieldTypes)('type %s', (type) => {
  test('it is read with what it needs, optional and not unique', () => {
    expect(parsed(type)).toMatchObject({ name: 'f', type, required: false, unique: false });
  });

  test('a key of another type is refused', () => {
    const keys = ['maxLength', 'precision', 'values', 'resource'];
    const known = { string: 1, text: 1, decimal: 2, enum: 3, reference: 4 } as Record<
      string,
      number
    >;
    const foreign = keys.filter((_, index) => index + 1 !== (known[type] ?? 0));
    const wrong = Object.fromEntries(
      foreign.filter((key) => !(key === 'maxLength' && type === 'text')).map((key) => [key, 1]),
    );
    const faults = at(told(withFields(fieldOf(type, wrong))));
    for (const key of Object.keys(wrong)) {
      expect(faults).toContainEqual(expect.stringContaining(`${key}: is not known; `));
    }
  });

  test.each(['required', 'unique'])('%s must be true or false', (key) => {
    expect(at(told(withFields(fieldOf(type, { [key]: 'yes' }))))).toEqual([
      `${key}: must be true or false`,
    ]);
  });
});

test.each([
  ['text', { unique: true }, 'unique: cannot hold for the type text'],
  ['boolean', { unique: true }, 'unique: cannot hold for the type boolean'],
  ['enum', { unique: true }, 'unique: cannot hold for the type enum'],
  ['float', { unique: true }, 'unique: cannot hold for the type float'],
  ['json', { unique: true }, 'unique: cannot hold for the type json'],
  ['string', { maxLength: 0 }, 'maxLength: must be a whole number from 1 to 255'],
  ['string', { maxLength: 1.5 }, 'maxLength: must be a whole number from 1 to 255'],
  ['string', { maxLength: 256 }, 'maxLength: must be a whole number from 1 to 255'],
  ['text', { maxLength: 0 }, 'maxLength: must be a whole number from 1 to 100000'],
  ['text', { maxLength: 100_001 }, 'maxLength: must be a whole number from 1 to 100000'],
  ['decimal', { precision: 0 }, 'precision: must be a whole number from 1 to 15'],
  ['decimal', { precision: 16 }, 'precision: must be a whole number from 1 to 15'],
  ['decimal', { precision: 3, scale: 4 }, 'scale: must be a whole number from 0 to 3'],
  ['decimal', { scale: -1 }, 'scale: must be a whole number from 0 to 15'],
  ['enum', { values: [] }, 'values: must hold 1 to 50 values'],
  ['enum', { values: Array.from({ length: 51 }, (_, i) => `v${i}`) }, 'values: must hold 1 to 50'],
  ['enum', { values: 'a' }, 'values: must be a list'],
  ['enum', { values: ['a', 'a'] }, 'values[1]: is there twice'],
  ['enum', { values: ['a', 'b c'] }, 'values[1]: must be at most 30 letters, digits, - and _'],
  ['enum', { values: ["a'b"] }, 'values[0]: must be at most 30 letters'],
  ['enum', { values: ['v'.repeat(31)] }, 'values[0]: must be at most 30 letters'],
  ['reference', { resource: undefined }, 'resource: is missing'],
  ['strng', {}, 'type: "strng" is no type; did you mean string?'],
  ['toString', {}, 'type: "toString" is no type; '],
])('%s %j: %s', (type, keys, fault) => {
  expect(at(told(withFields(fieldOf(type, keys))))[0]).toContain(fault);
});

test.each([
  ['string', { maxLength: 200 }],
  ['text', { maxLength: 10_000 }],
  ['decimal', { precision: 15, scale: 2 }],
])('%s is %j when nothing is said', (type, standard) => {
  expect(parsed(type)).toMatchObject(standard);
});

test.each([
  ['string', { maxLength: 1 }],
  ['string', { maxLength: 255 }],
  ['text', { maxLength: 1 }],
  ['text', { maxLength: 100_000 }],
  ['decimal', { precision: 1, scale: 0 }],
  ['decimal', { precision: 15, scale: 15 }],
])('%s takes %j', (type, keys) => {
  expect(parsed(type, keys)).toMatchObject(keys);
});

test('an enum takes 1 and 50 values of 1 and 30 characters', () => {
  for (const values of [['v'], Array.from({ length: 50 }, (_, i) => `V${i}`.padEnd(30, '_'))]) {
    expect(parsed('enum', { values })).toMatchObject({ values });
  }
});

test('a reference is carried as its id', () => {
  expect(propertyOf(parsed('reference'))).toBe('fId');
  expect(propertyOf(parsed('date'))).toBe('f');
});

test('only required fields with an order sort', () => {
  const required = { required: true };
  expect(fieldTypes.filter((type) => !isSortable(parsed(type, required)))).toEqual([
    'text',
    'url',
    'uuid',
    'boolean',
    'json',
    'reference',
  ]);
  expect(fieldTypes.filter((type) => isSortable(parsed(type)))).toEqual([]);
});

test('what has few values or is unique filters', () => {
  expect(fieldTypes.filter((type) => isFilterable(parsed(type)))).toEqual([
    'boolean',
    'enum',
    'reference',
  ]);
  for (const type of ['email', 'url', 'uuid']) {
    expect(isFilterable(parsed(type, { unique: true })), type).toBe(true);
  }
});
