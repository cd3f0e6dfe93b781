/** The field types that a resource can be built from, each with what it needs to be told. */
export type FieldKind =
  | { readonly type: 'string'; readonly maxLength: number }
  | { readonly type: 'text'; readonly maxLength: number }
  | { readonly type: 'email' }
  | { readonly type: 'url' }
  | { readonly type: 'uuid' }
  | { readonly type: 'integer' }
  | { readonly type: 'bigint' }
  | { readonly type: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly type: 'float' }
  | { readonly type: 'boolean' }
  | { readonly type: 'date' }
  | { readonly type: 'datetime' }
  | { readonly type: 'json' }
  | { readonly type: 'enum'; readonly values: readonly string[] }
  | { readonly type: 'reference'; readonly resource: string };

export type FieldType = FieldKind['type'];

export type Field = FieldKind & {
  readonly name: string;
  readonly required: boolean;
  readonly unique: boolean;
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
  field.unique || field.type === 'enum' || field.type === 'boolean' || field.type === 'reference';
