import type { Field, FieldKind, FieldType } from './field.ts';
import { limits, mostEnumValues } from './limits.ts';
import type { Limit } from './limits.ts';
import { enumValue, faultOfFieldName, longestName } from './name-rules.ts';
import { didYouMean } from './nearest.ts';
import { modifierKeys, parseModifiers, parseOnDelete } from './parse-modifiers.ts';
import { join } from './reader.ts';
import type { Json, Reader } from './reader.ts';

type Lengths = Readonly<Record<'minLength' | 'maxLength', Limit>>;
type KindReader = (value: Json, path: string, read: Reader) => FieldKind;

/** The number under `key`, or what holds when nothing is said. */
function limitOf(value: Json, key: string, limit: Limit, path: string, read: Reader): number {
  const { [key]: said = limit.standard } = value;
  return read.integer(said, join(path, key), limit.least, limit.most);
}

function enumValues(value: Json, path: string, read: Reader): readonly string[] {
  const at = join(path, 'values');
  const values = read
    .list(value['values'], at)
    .map((item, index) => read.text(item, `${at}[${index}]`) ?? '');
  if (values.length === 0 || values.length > mostEnumValues) {
    read.fault(at, `must hold 1 to ${mostEnumValues} values`);
  }
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

/** How few and how many characters a text has. */
function lengths(value: Json, { minLength, maxLength }: Lengths, path: string, read: Reader) {
  const most = limitOf(value, 'maxLength', maxLength, path, read);
  const within = { ...minLength, most };
  return { minLength: limitOf(value, 'minLength', within, path, read), maxLength: most };
}

function decimal(value: Json, path: string, read: Reader): FieldKind {
  const precision = limitOf(value, 'precision', limits.decimal.precision, path, read);
  const within = { ...limits.decimal.scale, most: precision };
  return { type: 'decimal', precision, scale: limitOf(value, 'scale', within, path, read) };
}

/** What each type is told beside what all fields are: its keys, and how they are read. */
const kinds: Readonly<Record<FieldType, { keys: readonly string[]; read: KindReader }>> = {
  string: {
    keys: ['minLength', 'maxLength'],
    read: (value, path, read) => ({
      type: 'string',
      ...lengths(value, limits.string, path, read),
    }),
  },
  text: {
    keys: ['minLength', 'maxLength'],
    read: (value, path, read) => ({
      type: 'text',
      ...lengths(value, limits.text, path, read),
    }),
  },
  email: { keys: [], read: () => ({ type: 'email' }) },
  url: { keys: [], read: () => ({ type: 'url' }) },
  uuid: { keys: [], read: () => ({ type: 'uuid' }) },
  integer: { keys: [], read: () => ({ type: 'integer' }) },
  bigint: { keys: [], read: () => ({ type: 'bigint' }) },
  decimal: { keys: ['precision', 'scale'], read: decimal },
  float: { keys: [], read: () => ({ type: 'float' }) },
  boolean: { keys: [], read: () => ({ type: 'boolean' }) },
  date: { keys: [], read: () => ({ type: 'date' }) },
  datetime: { keys: [], read: () => ({ type: 'datetime' }) },
  json: { keys: [], read: () => ({ type: 'json' }) },
  enum: {
    keys: ['values'],
    read: (value, path, read) => ({ type: 'enum', values: enumValues(value, path, read) }),
  },
  reference: {
    keys: ['resource', 'onDelete'],
    read: (value, path, read) => ({
      type: 'reference',
      resource: read.text(value['resource'], join(path, 'resource')) ?? '',
      onDelete: parseOnDelete(value, path, read),
    }),
  },
};

export const fieldTypes = Object.keys(kinds) as readonly FieldType[];

const commonKeys = ['name', 'type', 'required', 'unique', 'index'];

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
  // It was looked for among the types.
  const known = type as FieldType;
  const kind = kinds[known];
  read.keys(raw, path, [...commonKeys, ...kind.keys, ...modifierKeys(known)]);
  return parseModifiers(name ?? '', kind.read(raw, path, read), raw, path, read);
}
