import type { FieldKind } from './field.ts';

/**
 * How the values of an ordered type are counted: each is a whole number of the smallest steps that
 * there are between two of them, from the least to the most that the type holds.
 */
export interface Measure<Value extends number | string = number | string> {
  readonly least: bigint;
  readonly most: bigint;
  /** The step of a value in any notation that the type takes; `undefined` when it is none. */
  readonly read: (value: unknown) => bigint | undefined;
  /** The value of a step, in the one notation in which it comes back. */
  readonly write: (step: bigint) => Value;
  /** What a value looks like. */
  readonly notation: string;
}

type Read = Measure['read'];

const within =
  (least: bigint, most: bigint, read: Read): Read =>
  (value) => {
    const step = read(value);
    return step === undefined || step < least || step > most ? undefined : step;
  };

function measure<Value extends number | string>(
  { least, most, read, ...rest }: Measure<Value>, //
): Measure<Value> {
  return { ...rest, least, most, read: within(least, most, read) };
}

const whole = (bits: number) => ({
  least: -(2n ** BigInt(bits - 1)),
  most: 2n ** BigInt(bits - 1) - 1n,
});

const integer = measure<number>({
  ...whole(32),
  read: (value) => (Number.isInteger(value) ? BigInt(Number(value)) : undefined),
  write: Number,
  notation: 'a whole number of 32 bits',
});

const bigint = measure<string>({
  ...whole(64),
  read: (value) =>
    typeof value === 'string' && /^(?:0|-?[1-9]\d{0,18})$/u.test(value) ? BigInt(value) : undefined,
  write: String,
  notation: 'a whole number of 64 bits, as a text',
});

const decimal = ({ precision, scale }: { readonly precision: number; readonly scale: number }) =>
  measure<string>({
    least: 1n - 10n ** BigInt(precision),
    most: 10n ** BigInt(precision) - 1n,
    read: (value) => {
      if (typeof value !== 'string' || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(value))
        return undefined;
      const [digits = '', fraction = ''] = value.split('.');
      return fraction.length > scale ? undefined : BigInt(digits + fraction.padEnd(scale, '0'));
    },
    write: (step) => {
      const digits = String(step < 0n ? -step : step).padStart(scale + 1, '0');
      const cut = digits.length - scale;
      const point = scale > 0 ? `.${digits.slice(cut)}` : '';
      return `${step < 0n ? '-' : ''}${digits.slice(0, cut)}${point}`;
    },
    notation: `a decimal of at most ${precision} digits, ${scale} behind the point, as a text`,
  });

/** Doubles of one sign are in the order of their bits. */
const bits = new DataView(new ArrayBuffer(8));

function stepOfDouble(value: number): bigint {
  bits.setFloat64(0, Math.abs(value));
  const step = bits.getBigUint64(0);
  return value < 0 ? -step : step;
}

function doubleOfStep(step: bigint): number {
  bits.setBigUint64(0, step < 0n ? -step : step);
  const value = bits.getFloat64(0);
  return step < 0n ? -value : value;
}

const float = measure<number>({
  least: stepOfDouble(-Number.MAX_VALUE),
  most: stepOfDouble(Number.MAX_VALUE),
  read: (value) =>
    typeof value === 'number' && Number.isFinite(value) ? stepOfDouble(value) : undefined,
  write: doubleOfStep,
  notation: 'a finite number',
});

const day = 86_400_000n;
const firstTime = BigInt(Date.parse('0001-01-01T00:00:00.000Z'));
const lastTime = BigInt(Date.parse('9999-12-31T23:59:59.999Z'));

/** `Date` takes 30 February for 2 March. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

const date = measure<string>({
  least: firstTime / day,
  most: lastTime / day,
  read: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value) && isDay(value)
      ? BigInt(Date.parse(value)) / day
      : undefined,
  write: (step) => new Date(Number(step * day)).toISOString().slice(0, 10),
  notation: 'a day of the years 0001 to 9999: "2026-11-22"',
});

const instant =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/iu;

const datetime = measure<string>({
  least: firstTime,
  most: lastTime,
  read: (value) => {
    const [, text] = typeof value === 'string' ? (instant.exec(value) ?? []) : [];
    if (text === undefined || !isDay(text)) return undefined;
    const time = Date.parse(String(value).toUpperCase());
    return Number.isNaN(time) ? undefined : BigInt(time);
  },
  write: (step) => new Date(Number(step)).toISOString(),
  notation: 'a time with an offset: "2026-11-22T09:30:00Z"',
});

/** The measure of a type that has bounds; `undefined` for the others. */
export function measureOf(kind: FieldKind): Measure | undefined {
  switch (kind.type) {
    case 'integer':
      return integer;
    case 'bigint':
      return bigint;
    case 'decimal':
      return decimal(kind);
    case 'float':
      return float;
    case 'date':
      return date;
    case 'datetime':
      return datetime;
    default:
      return undefined;
  }
}
