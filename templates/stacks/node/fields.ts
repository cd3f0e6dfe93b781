import type { Field, FieldType } from '../../../generators/core/spec/field.ts';
import { longestName } from '../../../generators/core/spec/name-rules.ts';
import { withBounds } from './bounds.ts';
import type { FieldCode } from './field-code.ts';
import { digits, quoted } from './literals.ts';

type Of<Type extends FieldType> = Extract<Field, { readonly type: Type }>;

const plain = {
  parameter: null,
  schemaImport: null,
  bounded: null,
  boundedImport: null,
  rowType: 'string',
  write: null,
  read: null,
  readImport: null,
} as const;

/** At most four characters of a number behind its name, or one that is another for each number. */
function characterSample({ name, minLength, maxLength }: Of<'string'> | Of<'text'>): string {
  const fits = maxLength >= name.length + 4;
  const sample = fits ? `\`${name} \${number}\`` : 'String.fromCodePoint(0x4e00 + number)';
  const isShort = minLength > (fits ? name.length + 2 : 1);
  return isShort ? `${sample}.padEnd(${digits(minLength)}, '.')` : sample;
}

const repeated = (length: number): string => `'a'.repeat(${digits(length)})`;

function characters(field: Of<'string'> | Of<'text'>): FieldCode {
  const { type, minLength, maxLength } = field;
  return {
    ...plain,
    schema: `text(${digits(maxLength)})`,
    schemaImport: ['lib/fields/text.ts', 'text'],
    ...(minLength > 1 && {
      bounded: (schema) => `minLength(${schema}, ${digits(minLength)})`,
      boundedImport: ['lib/fields/min-length.ts', 'minLength'],
    }),
    column: `${type}(${digits(maxLength)})`,
    sample: characterSample(field),
    wrong: [
      '5',
      "''",
      "' a'",
      String.raw`'a\n'`,
      String.raw`'a\0'`,
      String.raw`'\ud800'`,
      repeated(maxLength + 1),
      ...(minLength > 1 ? [minLength > 2 ? repeated(minLength - 1) : "'a'"] : []),
    ],
  };
}

function decimal({ precision, scale }: Of<'decimal'>): FieldCode {
  const number = precision > 1 ? 'number' : '(number - 9)';
  const sample =
    scale > 0 ? `(${number} / ${digits(10 ** scale)}).toFixed(${scale})` : `String(${number})`;
  const [tooFine, tooLarge] = [`0.${'1'.repeat(scale + 1)}`, `1${'0'.repeat(precision - scale)}`];
  return {
    ...plain,
    schema: `decimal(${precision}, ${scale})`,
    schemaImport: ['lib/fields/decimal.ts', 'decimal'],
    column: `decimal(${precision}, ${scale})`,
    sample,
    wrong: ['5', ...['', '1,5', '01', '1.', '1e3', tooFine, tooLarge].map(quoted)],
  };
}

const integerParameter = String.raw`z
  .string()
  .regex(/^(?:0|-?[1-9]\d{0,9})$/, 'must be a whole number')
  .transform(Number)
  .pipe(z.int32())
  .meta({ type: 'integer' })`;

const day = 'new Date(Date.UTC(2020, 0, number)).toISOString()';

/** One row a field type. */
const codes: { readonly [Type in FieldType]: (field: Of<Type>) => FieldCode } = {
  string: characters,
  text: characters,
  decimal,
  email: ({ name }) => ({
    ...plain,
    schema: 'email',
    schemaImport: ['lib/fields/email.ts', 'email'],
    column: 'string(254)',
    sample: `\`${name.toLowerCase()}\${number}@example.com\``,
    wrong: ['5', "''", "'a'", "'a@b'", "' a@example.com'", "`${'a'.repeat(250)}@example.com`"],
  }),
  url: ({ unique, index }) => ({
    ...plain,
    schema: 'url',
    schemaImport: ['lib/fields/url.ts', 'url'],
    column: unique || index ? 'uniqueUrl' : 'url',
    sample: '`https://example.com/${number}`',
    wrong: [
      '5',
      ...['', 'example.com', 'ftp://example.com', 'https://bücher.example'].map(quoted),
      "`https://example.com/${'a'.repeat(2000)}`",
    ],
  }),
  uuid: () => ({
    ...plain,
    schema: 'uuid',
    schemaImport: ['lib/fields/uuid.ts', 'uuid'],
    column: 'uuid',
    sample: "`f47ac10b-58cc-4372-a567-${String(number).padStart(12, '0')}`",
    wrong: ['5', ...['', 'f47ac10b58cc4372a5670e02b2c3d479'].map(quoted)],
  }),
  integer: () => ({
    ...plain,
    schema: 'z.int32()',
    parameter: integerParameter,
    column: 'integer',
    rowType: 'number',
    sample: 'number',
    wrong: ["'5'", '1.5', '2_147_483_648', '-2_147_483_649'],
  }),
  bigint: () => ({
    ...plain,
    schema: 'bigint',
    schemaImport: ['lib/fields/bigint.ts', 'bigint'],
    column: 'bigint',
    rowType: 'bigint',
    write: (value) => `BigInt(${value})`,
    read: (cell) => `String(${cell})`,
    sample: 'String(9_007_199_254_740_993n + BigInt(number))',
    wrong: ['5', ...['', '01', '-0', '1.5', '9223372036854775808'].map(quoted)],
  }),
  float: () => ({
    ...plain,
    schema: 'float',
    schemaImport: ['lib/fields/float.ts', 'float'],
    column: 'float',
    rowType: 'number',
    sample: 'number / 8',
    wrong: ["'1.5'", "''", 'true'],
  }),
  boolean: () => ({
    ...plain,
    schema: 'z.boolean()',
    parameter: "z.stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' })",
    column: 'boolean',
    rowType: 'boolean',
    sample: 'number % 2 === 0',
    wrong: ['5', "'true'", "'yes'"],
  }),
  date: () => ({
    ...plain,
    schema: 'date',
    schemaImport: ['lib/fields/date.ts', 'date'],
    column: 'date',
    sample: `${day}.slice(0, 10)`,
    wrong: ['5', ...['', '2026-02-30', '0000-01-01', '2026-01-01T00:00:00Z'].map(quoted)],
  }),
  datetime: () => ({
    ...plain,
    schema: 'datetime',
    schemaImport: ['lib/fields/datetime.ts', 'datetime'],
    column: 'datetime',
    rowType: 'Date',
    write: (value) => `new Date(${value})`,
    read: (cell) => `${cell}.toISOString()`,
    sample: day,
    wrong: ['5', ...['', '2026-01-01', '2026-01-01T00:00:00', '2026-02-30T00:00:00Z'].map(quoted)],
  }),
  json: () => ({
    ...plain,
    schema: 'json',
    schemaImport: ['lib/fields/json.ts', 'json'],
    column: 'json',
    write: (value) => `JSON.stringify(${value})`,
    read: (cell) => `fromJson(${cell})`,
    readImport: ['lib/fields/json.ts', 'fromJson'],
    sample: "{ number, list: ['a', number, null], object: { text: 'a' } }",
    wrong: ['5', "'{}'", 'true', String.raw`{ text: 'a\0' }`, String.raw`['\ud800']`],
  }),
  enum: ({ values }) => ({
    ...plain,
    schema: `z.enum([${values.map(quoted).join(', ')}])`,
    column: `string(${longestName})`,
    rowType: 'enum',
    sample: `oneOf([${values.map(quoted).join(', ')}], number)`,
    wrong: ['5', "''", "'no such value'"],
  }),
  reference: () => ({
    ...plain,
    schema: 'id',
    column: 'id',
    sample: 'null',
    wrong: ['5', "''", "'nobody'"],
  }),
};

/** What a field comes to in the generated code. */
export const codeOf = (field: Field): FieldCode =>
  // The row of a type takes the fields of that type: the compiler cannot follow the index.
  withBounds(field, (codes[field.type] as (field: Field) => FieldCode)(field));
