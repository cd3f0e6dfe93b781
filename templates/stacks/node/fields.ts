import type { Field, FieldType } from '../../../generators/core/spec/field.ts';
import { longestName } from '../../../generators/core/spec/name-rules.ts';
import { digits, quoted } from './literals.ts';

type Of<Type extends FieldType> = Extract<Field, { readonly type: Type }>;

/** What one field type comes to in the generated code: expressions, as text. */
export interface FieldCode {
  /** The schema of its value, without `null`. */
  readonly schema: string;
  /** The schema of a query parameter, where text does not already have the right type. */
  readonly parameter: string | null;
  /** Module below `src/` and the name it exports, for the schema. */
  readonly schemaImport: readonly [module: string, name: string] | null;
  /** The type of its column: an expression below `columns.`, `string(200)`. */
  readonly column: string;
  /** The type of the value in a row, which is the same for every database. */
  readonly rowType: string;
  /** What the row holds for a value, where that is something else. */
  readonly write: ((value: string) => string) | null;
  /** The value that a cell of the row stands for, where that is something else. */
  readonly read: ((cell: string) => string) | null;
  /** Module below `src/` and the name it exports, for `read`. */
  readonly readImport: readonly [module: string, name: string] | null;
  /** A value for tests that differs for each `number`. */
  readonly sample: string;
  /** Values that must be refused, as literals. */
  readonly wrong: readonly string[];
}

const plain = {
  parameter: null,
  schemaImport: null,
  rowType: 'string',
  write: null,
  read: null,
  readImport: null,
} as const;

function characters({ name, type, maxLength }: Of<'string'> | Of<'text'>): FieldCode {
  // One character is a value for every number, and fits everywhere.
  const fits = maxLength >= name.length + 4;
  const tooLong = `'a'.repeat(${digits(maxLength + 1)})`;
  return {
    ...plain,
    schema: `text(${digits(maxLength)})`,
    schemaImport: ['lib/fields/text.ts', 'text'],
    column: `${type}(${digits(maxLength)})`,
    sample: fits ? `\`${name} \${number}\`` : 'String.fromCodePoint(0x4e00 + number)',
    wrong: ['5', "''", "' a'", String.raw`'a\n'`, String.raw`'a\0'`, String.raw`'\ud800'`, tooLong],
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
  url: ({ unique }) => ({
    ...plain,
    schema: 'url',
    schemaImport: ['lib/fields/url.ts', 'url'],
    column: unique ? 'uniqueUrl' : 'url',
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
  (codes[field.type] as (field: Field) => FieldCode)(field);
