import type { Field, FieldKind } from '../spec/field.ts';

/** What becomes of the values of a column whose type changes. */
export type Conversion =
  /** They stay what they are, written in the new type. */
  | { readonly kind: 'keep' }
  /** What is longer is cut. */
  | { readonly kind: 'cut'; readonly length: number }
  | { readonly kind: 'round'; readonly scale: number }
  /** What lies outside becomes the next that lies inside; fractions are rounded. */
  | {
      readonly kind: 'clamp';
      readonly least: string;
      readonly most: string;
      readonly scale: number;
    }
  /** What was written as text before becomes again what it was. */
  | { readonly kind: 'read' }
  /** What is none of these goes. */
  | { readonly kind: 'among'; readonly values: readonly string[] };

type Of<Type extends FieldKind['type']> = Extract<FieldKind, { readonly type: Type }>;
type Exact = Of<'integer'> | Of<'bigint'> | Of<'decimal'>;

const keep: Conversion = { kind: 'keep' };

/** How many characters the values of a type have at most, where they are text as it stands. */
function longestText(field: FieldKind): number | undefined {
  switch (field.type) {
    case 'string':
    case 'text':
      return field.maxLength;
    case 'email':
      return 254;
    case 'url':
      return 2000;
    case 'uuid':
      return 36;
    case 'enum':
      return Math.max(...field.values.map((value) => value.length));
    default:
      return undefined;
  }
}

/** The same for numbers, which are written in digits. */
function longestDigits(field: FieldKind): number | undefined {
  if (field.type === 'integer') return 11;
  if (field.type === 'bigint') return 20;
  return field.type === 'decimal' ? field.precision + 3 : undefined;
}

function toCharacters(was: FieldKind, maxLength: number): Conversion | undefined {
  const digits = longestDigits(was);
  if (digits !== undefined) return digits <= maxLength ? keep : undefined;
  const longest = longestText(was);
  if (longest === undefined) return undefined;
  return longest <= maxLength ? keep : { kind: 'cut', length: maxLength };
}

function toEnum(was: FieldKind, { values }: Of<'enum'>): Conversion | undefined {
  const isKept = was.type === 'enum' && was.values.every((value) => values.includes(value));
  if (isKept) return keep;
  const isText = was.type === 'enum' || was.type === 'string' || was.type === 'text';
  return isText ? { kind: 'among', values } : undefined;
}

/** The numbers of a type: the smallest, the largest, and how many digits they have behind the point. */
function reachOf(field: Exact): Omit<Extract<Conversion, { readonly kind: 'clamp' }>, 'kind'> {
  if (field.type === 'integer') return { least: '-2147483648', most: '2147483647', scale: 0 };
  if (field.type === 'bigint') {
    return { least: '-9223372036854775808', most: '9223372036854775807', scale: 0 };
  }
  const { precision, scale } = field;
  const whole = '9'.repeat(precision - scale) || '0';
  const most = scale === 0 ? whole : `${whole}.${'9'.repeat(scale)}`;
  return { least: `-${most}`, most, scale };
}

const isExact = (field: FieldKind): field is Exact =>
  field.type === 'integer' || field.type === 'bigint' || field.type === 'decimal';

/** The nearest number inside that a type with so many digits behind the point has. */
function cutDigits(limit: string, scale: number): string {
  const [whole = '', fraction = ''] = limit.split('.');
  return scale === 0 || fraction === '' ? whole : `${whole}.${fraction.slice(0, scale)}`;
}

function toNumber(was: FieldKind, is: Exact): Conversion | undefined {
  // No double is the largest bigint, so that none can be put in place of those beyond.
  if (was.type === 'float' ? is.type === 'bigint' : !isExact(was)) return undefined;
  const { least, most, scale } = reachOf(is);
  if (!isExact(was)) return { kind: 'clamp', least, most, scale };
  const from = reachOf(was);
  if (Number(from.most) <= Number(most)) {
    return from.scale <= scale ? keep : { kind: 'round', scale };
  }
  const [lowest, highest] = [least, most].map((limit) => cutDigits(limit, from.scale));
  return { kind: 'clamp', least: lowest ?? least, most: highest ?? most, scale };
}

const targetOf = (field: FieldKind): string => (field.type === 'reference' ? field.resource : '');

/**
 * How the values of one type become those of another.
 *
 * @returns `undefined` when they do not: the field then is another one, of the same name
 */
export function conversionOf(was: Field, is: Field): Conversion | undefined {
  switch (is.type) {
    case 'string':
    case 'text':
      return toCharacters(was, is.maxLength);
    case 'enum':
      return toEnum(was, is);
    case 'integer':
    case 'bigint':
    case 'decimal':
      return toNumber(was, is);
    case 'float':
      return was.type === 'float' || (isExact(was) && was.type !== 'bigint') ? keep : undefined;
    default:
      return was.type === is.type && targetOf(was) === targetOf(is) ? keep : undefined;
  }
}
