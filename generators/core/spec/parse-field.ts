import type { Field, FieldKind, FieldType } from './field.ts';
import { enumValue, faultOfFieldName, longestName } from './name-rules.ts';
import { didYouMean } from './nearest.ts';
import { join } from './reader.ts';
import type { Json, Reader } from './reader.ts';

type KindReader = (value: Json, path: string, read: Reader) => FieldKind;

const limit = (value: unknown, fallback: number, path: string, read: Reader): number =>
  value === undefined ? fallback : read.integer(value, join(path, 'maxLength'), 1, 100_000);

function enumValues(value: Json, path: string, read: Reader): readonly string[] {
  const at = join(path, 'values');
  const values = read
    .list(value['values'], at)
    .map((item, index) => read.text(item, `${at}[${index}]`) ?? '');
  if (values.length === 0 || values.length > 50) read.fault(at, 'must hold 1 to 50 values');
  for (const [index, item] of values.entries()) {
    if (!enumValue.test(item) || item.length > longestName) {
      read.fault(
        `${at}[${index}]`,
        `must be at most ${longestName} letters, digits, - and _, starting with a letter`,
      );
    }
    if (values.indexOf(item) !== index) read.fault(`${at}[${index}]`, 'is there twice');
  }
  return values;
}

function decimal(value: Json, path: string, read: Reader): FieldKind {
  const { precision = 15, scale = 2 } = value;
  const digits = read.integer(precision, join(path, 'precision'), 1, 15);
  return {
    type: 'decimal',
    precision: digits,
    scale: read.integer(scale, join(path, 'scale'), 0, digits),
  };
}

/** What each type is told beside name, required and unique: its keys, and how they are read. */
const kinds: Readonly<Record<FieldType, { keys: readonly string[]; read: KindReader }>> = {
  string: {
    keys: ['maxLength'],
    read: (value, path, read) => ({
      type: 'string',
      maxLength: limit(value['maxLength'], 200, path, read),
    }),
  },
  text: {
    keys: ['maxLength'],
    read: (value, path, read) => ({
      type: 'text',
      maxLength: limit(value['maxLength'], 10_000, path, read),
    }),
  },
  email: { keys: [], read: () => ({ type: 'email' }) },
  integer: { keys: [], read: () => ({ type: 'integer' }) },
  bigint: { keys: [], read: () => ({ type: 'bigint' }) },
  decimal: { keys: ['precision', 'scale'], read: decimal },
  boolean: { keys: [], read: () => ({ type: 'boolean' }) },
  date: { keys: [], read: () => ({ type: 'date' }) },
  datetime: { keys: [], read: () => ({ type: 'datetime' }) },
  enum: {
    keys: ['values'],
    read: (value, path, read) => ({ type: 'enum', values: enumValues(value, path, read) }),
  },
  reference: {
    keys: ['resource'],
    read: (value, path, read) => ({
      type: 'reference',
      resource: read.text(value['resource'], join(path, 'resource')) ?? '',
    }),
  },
};

export const fieldTypes = Object.keys(kinds) as readonly FieldType[];

const neverUnique: ReadonlySet<FieldType> = new Set(['text', 'boolean', 'enum']);

/** Reads one field; `undefined` when not even its type is known. All faults go to the reader. */
export function parseField(value: unknown, path: string, read: Reader): Field | undefined {
  const raw = read.object(value, path);
  if (raw === undefined) return undefined;
  const name = read.text(raw['name'], join(path, 'name'));
  const type = read.text(raw['type'], join(path, 'type'));
  const fault = name === undefined ? undefined : faultOfFieldName(name, type === 'reference');
  if (fault !== undefined) read.fault(join(path, 'name'), fault);
  if (type === undefined) return undefined;
  if (!Object.hasOwn(kinds, type)) {
    read.fault(
      join(path, 'type'),
      `${JSON.stringify(type)} is no type; ${didYouMean(type, fieldTypes)}`,
    );
    return undefined;
  }
  const kind = kinds[type as FieldType];
  read.keys(raw, path, ['name', 'type', 'required', 'unique', ...kind.keys]);
  const unique = read.flag(raw['unique'], join(path, 'unique'));
  if (unique && neverUnique.has(type as FieldType)) {
    read.fault(join(path, 'unique'), `cannot hold for the type ${type}`);
  }
  return {
    name: name ?? '',
    ...kind.read(raw, path, read),
    required: read.flag(raw['required'], join(path, 'required')),
    unique,
  };
}
