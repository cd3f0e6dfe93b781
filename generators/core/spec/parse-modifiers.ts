import type { Field, FieldKind, FieldType, OnDelete } from './field.ts';
import { fewestUniqueValues } from './limits.ts';
import { measureOf } from './measures.ts';
import { didYouMean } from './nearest.ts';
import { join } from './reader.ts';
import type { Json, Reader } from './reader.ts';
import type { Value } from './values.ts';
import { valuesOf } from './values.ts';

export const onDeletes = ['restrict', 'cascade', 'setNull'] as const satisfies readonly OnDelete[];

const measuredTypes: ReadonlySet<FieldType> = new Set([
  'integer',
  'bigint',
  'decimal',
  'float',
  'date',
  'datetime',
]);

/** The keys by which a field of a type is told what its values keep, and what it is when left out. */
export const modifierKeys = (type: FieldType): readonly string[] => [
  ...(measuredTypes.has(type) ? ['min', 'max'] : []),
  ...(type === 'json' || type === 'reference' ? [] : ['default']),
];

export function parseOnDelete(value: Json, path: string, read: Reader): OnDelete {
  const { onDelete: said = 'restrict' } = value;
  const text = read.text(said, join(path, 'onDelete')) ?? '';
  const found = onDeletes.find((known) => known === text);
  if (found !== undefined) return found;
  read.fault(
    join(path, 'onDelete'),
    `${JSON.stringify(text)} is no rule; ${didYouMean(text, onDeletes)}`,
  );
  return 'restrict';
}

/** The value under `key` as it comes back, if there is one. */
function parseValue(kind: FieldKind, raw: Json, key: string, path: string, read: Reader) {
  const { [key]: said } = raw;
  const values = valuesOf(kind);
  if (said === undefined || values === undefined) return undefined;
  const value = values.read(said);
  if (value === undefined) read.fault(join(path, key), `must be ${values.notation}`);
  return value;
}

/** Whether one value lies before another; only values of measured types are compared. */
function isBefore(kind: FieldKind, one: Value | undefined, other: Value | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const measure = measureOf(kind);
  const [a, b] = [measure?.read(one), measure?.read(other)];
  return a !== undefined && b !== undefined && a < b;
}

type Told = Readonly<Partial<Record<'min' | 'max' | 'default', Value>>>;

function parseValues(kind: FieldKind, raw: Json, path: string, read: Reader): Told {
  const keys = modifierKeys(kind.type) as readonly (keyof Told)[];
  const told: Told = Object.fromEntries(
    keys.flatMap((key) => {
      const value = parseValue(kind, raw, key, path, read);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  if (isBefore(kind, told.max, told.min)) {
    read.fault(join(path, 'max'), 'must not be less than min');
  } else if (isBefore(kind, told.default, told.min)) {
    read.fault(join(path, 'default'), 'must not be less than min');
  } else if (isBefore(kind, told.max, told.default)) {
    read.fault(join(path, 'default'), 'must not be more than max');
  }
  return told;
}

/** How many values there are between the bounds of a field; `undefined` where that is not counted. */
export function countOf(field: FieldKind): bigint | undefined {
  if (!('min' in field || 'max' in field)) return undefined;
  const measure = measureOf(field);
  if (measure === undefined) return undefined;
  return (
    (measure.read(field.max) ?? measure.most) - (measure.read(field.min) ?? measure.least) + 1n
  );
}

export const neverUnique: ReadonlySet<FieldType> = new Set([
  'text',
  'float',
  'boolean',
  'json',
  'enum',
]);
const neverIndexed: ReadonlySet<FieldType> = new Set(['text', 'float', 'json']);

function checkUnique(field: Field, path: string, read: Reader): void {
  if (!field.unique) return;
  const count = countOf(field);
  if (neverUnique.has(field.type)) {
    read.fault(join(path, 'unique'), `cannot hold for the type ${field.type}`);
  } else if (count !== undefined && count > 0n && count < fewestUniqueValues) {
    read.fault(
      join(path, 'unique'),
      `cannot hold: from min to max there are ${count} values; at least ${fewestUniqueValues}`,
    );
  }
  if ('default' in field) {
    read.fault(join(path, 'default'), 'cannot hold: what is unique is no two times the same');
  }
}

function checkIndex({ type, unique, index }: Field, path: string, read: Reader): void {
  if (!index) return;
  const at = join(path, 'index');
  if (neverIndexed.has(type)) read.fault(at, `cannot hold for the type ${type}`);
  else if (unique) read.fault(at, 'cannot hold: what is unique has an index already');
  else if (type === 'reference') read.fault(at, 'cannot hold: a reference has an index already');
}

function checkOnDelete(field: Field, path: string, read: Reader): void {
  if (field.type === 'reference' && field.onDelete === 'setNull' && field.required) {
    read.fault(join(path, 'onDelete'), 'cannot hold: a required field is never null');
  }
}

/** Reads what can be said of a field beside its type. All faults go to the reader. */
export function parseModifiers(
  name: string,
  kind: FieldKind,
  raw: Json,
  path: string,
  read: Reader,
): Field {
  const field = {
    name,
    ...kind,
    ...parseValues(kind, raw, path, read),
    required: read.flag(raw['required'], join(path, 'required')),
    unique: read.flag(raw['unique'], join(path, 'unique')),
    index: read.flag(raw['index'], join(path, 'index')),
    // The values are those that `valuesOf` reads for the kind.
  } as Field;
  checkUnique(field, path, read);
  checkIndex(field, path, read);
  checkOnDelete(field, path, read);
  return field;
}
