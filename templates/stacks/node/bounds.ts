import { boundsOf } from '../../../generators/core/spec/field.ts';
import type { Field, FieldType } from '../../../generators/core/spec/field.ts';
import { measureOf } from '../../../generators/core/spec/measures.ts';
import type { Measure } from '../../../generators/core/spec/measures.ts';
import type { FieldCode } from './field-code.ts';
import { digits, literal } from './literals.ts';

/** More rows than a test makes of one resource. */
const room = 50n;

/** The values of a field, between its bounds or the ends of its type. */
interface Span {
  readonly measure: Measure;
  readonly least: bigint;
  readonly most: bigint;
  readonly hasMin: boolean;
  readonly hasMax: boolean;
}

function spanOf(field: Field): Span | undefined {
  const measure = measureOf(field);
  const { min, max } = boundsOf(field);
  if (measure === undefined || (min === undefined && max === undefined)) return undefined;
  return {
    measure,
    least: measure.read(min) ?? measure.least,
    most: measure.read(max) ?? measure.most,
    hasMin: min !== undefined,
    hasMax: max !== undefined,
  };
}

/** Numbers have words for their bounds; what is a string needs to be measured. */
const measuring: Readonly<Partial<Record<FieldType, string>>> = {
  bigint: 'BigInt',
  decimal: 'Number',
  date: 'Date.parse',
  datetime: 'Date.parse',
};

function boundedSchema(field: Field): Pick<FieldCode, 'bounded' | 'boundedImport'> {
  const bounds = Object.entries(boundsOf(field));
  const measuredBy = measuring[field.type];
  if (measuredBy === undefined) {
    const calls = bounds.map(([key, value]) => `.${key}(${literal(value)})`);
    return { bounded: (schema) => schema + calls.join(''), boundedImport: null };
  }
  const keys = bounds.map(([key, value]) => `${key}: ${literal(value)}`).join(', ');
  return {
    bounded: (schema) => `between(${schema}, ${measuredBy}, { ${keys} })`,
    boundedImport: ['lib/fields/between.ts', 'between'],
  };
}

const firstDay = BigInt(Date.UTC(2020, 0, 1)) / 86_400_000n;

/** The steps of the samples that a type has without bounds, for the numbers from 0 on. */
const plainSteps: Readonly<Partial<Record<FieldType, (measure: Measure) => readonly bigint[]>>> = {
  integer: () => [0n, room],
  bigint: () => [9_007_199_254_740_993n, 9_007_199_254_740_993n + room],
  decimal: () => [0n, room],
  float: ({ read }) => [0, Number(room) / 8].flatMap((value) => read(value) ?? []),
  date: () => [firstDay - 1n, firstDay + room],
  datetime: () => [(firstDay - 1n) * 86_400_000n, (firstDay + room) * 86_400_000n],
};

/** A value that differs for each number, as many as there are: so far behind the first one. */
function sampleFrom(field: Field, measure: Measure, first: bigint, offset: string): string {
  const written = literal(measure.write(first));
  switch (field.type) {
    case 'bigint':
      return `String(${digits(first)}n + BigInt(${offset}))`;
    case 'decimal': {
      const sum = first === 0n ? offset : `${digits(first)} + ${offset}`;
      const { scale } = field;
      return scale > 0 ? `((${sum}) / ${digits(10 ** scale)}).toFixed(${scale})` : `String(${sum})`;
    }
    case 'date':
      return `new Date(Date.parse(${written}) + ${offset} * 86_400_000).toISOString().slice(0, 10)`;
    case 'datetime':
      return `new Date(Date.parse(${written}) + ${offset}).toISOString()`;
    default:
      return first === 0n ? offset : `${written} + ${offset}`;
  }
}

/** Doubles are too many to count: two of them take turns. */
function floatSample({ measure, least, most, hasMin, hasMax }: Span): string {
  const [min, max] = [Number(measure.write(least)), Number(measure.write(most))];
  const low = hasMin || max - 1 === max ? min : max - 1;
  const high = hasMax || min + 1 === min ? max : min + 1;
  return `number % 2 === 0 ? ${literal(low)} : ${literal(high)}`;
}

function boundedSample(field: Field, span: Span, sample: string): string {
  const { measure, least, most, hasMin } = span;
  const plain = plainSteps[field.type]?.(measure) ?? [];
  if (plain.every((step) => step >= least && step <= most)) return sample;
  if (least === most) return literal(measure.write(least));
  if (field.type === 'float') return floatSample(span);
  const first = hasMin || most - room < least ? least : most - room;
  const count = most - first + 1n;
  return sampleFrom(field, measure, first, count > room ? 'number' : `(number % ${count})`);
}

/** The nearest values beyond the bounds. */
function beyond({ measure, least, most, hasMin, hasMax }: Span): readonly string[] {
  const steps = [
    ...(hasMin && least > measure.least ? [least - 1n] : []),
    ...(hasMax && most < measure.most ? [most + 1n] : []),
  ];
  return steps.map((step) => literal(measure.write(step)));
}

/** What a field comes to with its bounds, if it has any. */
export function withBounds(field: Field, code: FieldCode): FieldCode {
  const span = spanOf(field);
  if (span === undefined) return code;
  return {
    ...code,
    ...boundedSchema(field),
    sample: boundedSample(field, span, code.sample),
    wrong: [...code.wrong, ...beyond(span)],
  };
}
