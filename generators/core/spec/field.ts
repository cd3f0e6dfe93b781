/** What a field is set to when a request leaves it out; always in the form in which it comes back. */
interface Default<Value> {
  readonly default?: Value;
}

/** Both inclusive, and kept only by what is written: rows may be older than a bound. */
interface Bounds<Value> extends Default<Value> {
  readonly min?: Value;
  readonly max?: Value;
}

interface Lengths extends Default<string> {
  readonly minLength: number;
  readonly maxLength: number;
}

/** What becomes of a row when the one that it refers to is deleted; `restrict` keeps both. */
export type OnDelete = 'restrict' | 'cascade' | 'setNull';

/** The field types that a resource can be built from, each with what it needs to be told. */
export type FieldKind =
  | ({ readonly type: 'string' } & Lengths)
  | ({ readonly type: 'text' } & Lengths)
  | ({ readonly type: 'email' } & Default<string>)
  | ({ readonly type: 'url' } & Default<string>)
  | ({ readonly type: 'uuid' } & Default<string>)
  | ({ readonly type: 'integer' } & Bounds<number>)
  | ({ readonly type: 'bigint' } & Bounds<string>)
  | ({
      readonly type: 'decimal';
      readonly precision: number;
      readonly scale: number;
    } & Bounds<string>)
  | ({ readonly type: 'float' } & Bounds<number>)
  | ({ readonly type: 'boolean' } & Default<boolean>)
  | ({ readonly type: 'date' } & Bounds<string>)
  | ({ readonly type: 'datetime' } & Bounds<string>)
  | { readonly type: 'json' }
  | ({ readonly type: 'enum'; readonly values: readonly string[] } & Default<string>)
  | { readonly type: 'reference'; readonly resource: string; readonly onDelete: OnDelete };

export type FieldType = FieldKind['type'];

export type Field = FieldKind & {
  readonly name: string;
  readonly required: boolean;
  readonly unique: boolean;
  /** Rows are found by it without reading all of them. */
  readonly index: boolean;
};

export interface Resource {
  /** camelCase singular, `purchaseOrder`. */
  readonly name: string;
  /** camelCase plural, `purchaseOrders`; URL, table and module folder are made from it. */
  readonly plural: string;
  /** Rows belong to nobody: whoever may use the resource may use all of them. */
  readonly shared: boolean;
  readonly fields: readonly Field[];
}

const ordered: ReadonlySet<FieldType> = new Set([
  'string',
  'email',
  'integer',
  'bigint',
  'decimal',
  'float',
  'date',
  'datetime',
  'enum',
]);

/** The key of the field in JSON: a reference `author` is carried as `authorId`. */
export const propertyOf = (field: Field): string =>
  field.type === 'reference' ? `${field.name}Id` : field.name;

/** Only required fields sort: databases disagree on where NULL stands. */
export const isSortable = (field: Field): boolean => field.required && ordered.has(field.type);

export const isFilterable = (field: Field): boolean =>
  field.unique ||
  field.index ||
  field.type === 'enum' ||
  field.type === 'boolean' ||
  field.type === 'reference';

/** What the field is set to when a request leaves it out, if it is to be something else than null. */
export const defaultOf = (field: FieldKind): string | number | boolean | undefined =>
  'default' in field ? field.default : undefined;

/** The bounds that a value keeps, beside those of its type. */
export const boundsOf = (field: FieldKind): Pick<Bounds<string | number>, 'min' | 'max'> => ({
  ...('min' in field && field.min !== undefined && { min: field.min }),
  ...('max' in field && field.max !== undefined && { max: field.max }),
});
