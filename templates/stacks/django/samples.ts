import { boundsOf } from '../../../generators/core/spec/field.ts';
import type { Field, FieldType } from '../../../generators/core/spec/field.ts';
import { measureOf } from '../../../generators/core/spec/measures.ts';
import type { Measure } from '../../../generators/core/spec/measures.ts';
import { spell } from '../../../generators/core/spec/names.ts';
import { py } from '../../../generators/core/render/quote.ts';
import { digits, listOfTexts } from './literals.ts';

type Of<Type extends FieldType> = Extract<Field, { readonly type: Type }>;

/** More rows than tests make of one resource, those included that others refer to. */
const room = 2000n;

/** What a test needs of one field. */
interface Sample {
  /** An expression that differs for each `number`, where there are enough values. */
  readonly value: string;
  /** Values that must be refused, as literals. */
  readonly wrong: readonly string[];
}

const texts = (...all: readonly string[]): readonly string[] => all.map(py);

/** A short text has one character that is another for each number. */
function characters({ name, minLength, maxLength }: Of<'string'> | Of<'text'>): Sample {
  const isShort = maxLength < 20;
  const words = spell(name).words.slice(0, Math.max(0, maxLength - 8));
  const text = isShort ? 'chr(0x4E00 + number)' : `f"${words} {number}"`;
  const least = isShort ? 1 : 4;
  return {
    value: minLength <= least ? text : `${text}.ljust(${minLength}, ".")`,
    wrong: [
      '5',
      '""',
      ...(maxLength > 1 ? ['" a"', '"a\\n"', '"a\\0"'] : ['" "']),
      `"a" * ${maxLength + 1}`,
      ...(minLength > 1 ? [`"a" * ${minLength - 1}`] : []),
    ],
  };
}

function decimal({ precision, scale }: Of<'decimal'>): Sample {
  const whole = 10n ** BigInt(precision - scale);
  const fraction = `0.{number % ${10n ** BigInt(scale)}:0${scale}}`;
  const inFraction =
    precision === scale ? `f"${fraction}"` : `f"{number % ${whole}}.${'0'.repeat(scale)}"`;
  return {
    value: scale === 0 ? `str(number % ${whole})` : inFraction,
    wrong: [
      '5',
      ...texts(
        '',
        '1,5',
        '01',
        '1e3',
        `0.${'1'.repeat(scale + 1)}`,
        `1${'0'.repeat(precision - scale)}`,
      ),
    ],
  };
}

/** One row a field type. */
const samples: { readonly [Type in FieldType]: (field: Of<Type>) => Sample } = {
  string: characters,
  text: characters,
  decimal,
  email: ({ name }) => ({
    value: `f"${name.toLowerCase()}{number}@example.com"`,
    wrong: ['5', ...texts('', 'a', 'a@b', ' a@example.com'), `f"{'a' * 250}@example.com"`],
  }),
  url: () => ({
    value: 'f"https://example.com/{number}"',
    wrong: [
      '5',
      ...texts('', 'example.com', 'ftp://example.com', 'https://bücher.example'),
      `f"https://example.com/{'a' * 2000}"`,
    ],
  }),
  uuid: () => ({
    value: 'f"f47ac10b-58cc-4372-a567-{number:012}"',
    wrong: ['5', ...texts('', 'f47ac10b58cc4372a5670e02b2c3d479')],
  }),
  integer: () => ({
    value: 'number',
    wrong: ['"5"', '1.5', '2**31', '-(2**31) - 1', 'True'],
  }),
  bigint: () => ({
    value: 'str(9_007_199_254_740_993 + number)',
    wrong: ['5', ...texts('', '01', '-0', '1.5', '9223372036854775808')],
  }),
  float: () => ({ value: 'number / 8', wrong: ['"1.5"', '""', 'True'] }),
  boolean: () => ({ value: 'number % 2 == 0', wrong: ['5', '"true"'] }),
  date: () => ({
    value: 'str(date(2020, 1, 1) + timedelta(days=number % 1000))',
    wrong: ['5', ...texts('', '2026-02-30', '0000-01-01', '2026-01-01T00:00:00Z')],
  }),
  datetime: () => ({
    value: 'f"2020-01-01T00:{number // 60 % 60:02}:{number % 60:02}.000Z"',
    wrong: ['5', ...texts('', '2026-01-01', '2026-01-01T00:00:00', '2026-02-30T00:00:00Z')],
  }),
  json: () => ({
    value: '{"list": [number, {"a": None}], "text": "text"}',
    wrong: ['5', '"{}"', 'True', String.raw`{"a": "\0"}`, '["a" * 10_000]'],
  }),
  enum: ({ values }) => ({
    value: `${listOfTexts(values)}[number % ${values.length}]`,
    wrong: ['5', '""', '"no such value"'],
  }),
  reference: () => ({ value: 'None', wrong: ['5', '""', '"nobody"'] }),
};

/** The values of a field, between its bounds or the ends of its type. */
interface Span {
  readonly measure: Measure;
  readonly least: bigint;
  readonly most: bigint;
}

const firstDay = BigInt(Date.UTC(2020, 0, 1)) / 86_400_000n;

/** The steps that the samples of a type take without bounds. */
const plainSteps: Readonly<Partial<Record<FieldType, readonly [bigint, bigint]>>> = {
  integer: [0n, room],
  bigint: [9_007_199_254_740_993n, 9_007_199_254_740_993n + room],
  date: [firstDay, firstDay + 1000n],
  datetime: [firstDay * 86_400_000n, firstDay * 86_400_000n + 3_600_000n],
};

/** So far behind the first value, as many as there are. */
function valueFrom(field: Field, { measure, least, most }: Span): string {
  const count = most - least + 1n;
  const offset = `number % ${digits(count > room ? room : count)}`;
  const sum = least === 0n ? offset : `${digits(least)} + ${offset}`;
  const first = String(measure.write(least));
  switch (field.type) {
    case 'bigint':
      return `str(${sum})`;
    case 'decimal':
      return field.scale === 0 ? `str(${sum})` : `f"{Decimal(${sum}).scaleb(-${field.scale}):f}"`;
    case 'float':
      // Doubles are too many to count: two of them take turns.
      return `[${written(field, first)}, ${written(field, measure.write(most))}][number % 2]`;
    case 'date':
      return `str(date.fromisoformat("${first}") + timedelta(days=${offset}))`;
    case 'datetime': {
      const later = `timedelta(milliseconds=${offset})`;
      const sum_ = `(datetime.fromisoformat("${first.replace('Z', '')}") + ${later})`;
      return `f"{${sum_.replaceAll('"', "'")}.isoformat(timespec='milliseconds')}Z"`;
    }
    default:
      return sum;
  }
}

const numeric: ReadonlySet<FieldType> = new Set(['integer', 'float']);

/** A step as a literal. */
const written = ({ type }: Field, value: string | number): string =>
  numeric.has(type) ? String(value).replace('e+', 'e') : py(String(value));

/** Two doubles that lie no further apart than they must, where only one end is told. */
function floatSpan(span: Span, hasMin: boolean, hasMax: boolean): Span {
  const { measure, least, most } = span;
  const [min, max] = [Number(measure.write(least)), Number(measure.write(most))];
  const near = (value: number): bigint | undefined => measure.read(value);
  return {
    measure,
    least: hasMin || max - 1 === max ? least : (near(max - 1) ?? least),
    most: hasMax || min + 1 === min ? most : (near(min + 1) ?? most),
  };
}

function withinBounds(field: Field, sample: Sample): Sample {
  const measure = measureOf(field);
  const { min, max } = boundsOf(field);
  if (measure === undefined || (min === undefined && max === undefined)) return sample;
  const least = measure.read(min) ?? measure.least;
  const most = measure.read(max) ?? measure.most;
  const beyond = [
    ...(min !== undefined && least > measure.least ? [least - 1n] : []),
    ...(max !== undefined && most < measure.most ? [most + 1n] : []),
  ].map((step) => written(field, measure.write(step)));
  const plain = plainSteps[field.type];
  const fits = plain !== undefined && plain[0] >= least && plain[1] <= most;
  // From the end that is told, where the other one is that of the type.
  const start = min === undefined && most - room > least ? most - room : least;
  const span: Span = { measure, least: start, most };
  const own =
    field.type === 'float'
      ? floatSpan({ ...span, least }, min !== undefined, max !== undefined)
      : span;
  return {
    value: fits ? sample.value : valueFrom(field, own),
    wrong: [...sample.wrong, ...beyond],
  };
}

/** What tests need of a field. */
export const sampleOfField = (field: Field): Sample =>
  // The row of a type takes the fields of that type: the compiler cannot follow the index.
  withinBounds(field, (samples[field.type] as (field: Field) => Sample)(field));

/** What the values of samples import from Python's own modules, one line a module. */
export function sampleImports(values: readonly string[]): readonly string[] {
  const names = (among: readonly string[]) =>
    among.filter((name) => values.some((value) => new RegExp(`\\b${name}[.(]`, 'u').test(value)));
  return [
    ['datetime', names(['date', 'datetime', 'timedelta'])] as const,
    ['decimal', names(['Decimal'])] as const,
  ].flatMap(([module, used]) =>
    used.length === 0 ? [] : [`from ${module} import ${used.join(', ')}`],
  );
}
