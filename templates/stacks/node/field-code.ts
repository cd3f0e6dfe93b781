/** What one field type comes to in the generated code: expressions, as text. */
export interface FieldCode {
  /** The schema of its value, without `null`. */
  readonly schema: string;
  /** The schema of a query parameter, where text does not already have the right type. */
  readonly parameter: string | null;
  /** Module below `src/` and the name it exports, for the schema. */
  readonly schemaImport: Import | null;
  /** What makes of the schema of its value that of one which is written, where it has bounds. */
  readonly bounded: ((schema: string) => string) | null;
  /** Module below `src/` and the name it exports, for `bounded`. */
  readonly boundedImport: Import | null;
  /** The type of its column: an expression below `columns.`, `string(200)`. */
  readonly column: string;
  /** The type of the value in a row, which is the same for every database. */
  readonly rowType: string;
  /** What the row holds for a value, where that is something else. */
  readonly write: ((value: string) => string) | null;
  /** The value that a cell of the row stands for, where that is something else. */
  readonly read: ((cell: string) => string) | null;
  /** Module below `src/` and the name it exports, for `read`. */
  readonly readImport: Import | null;
  /** A value for tests that differs for each `number`. */
  readonly sample: string;
  /** Values that must be refused, as literals. */
  readonly wrong: readonly string[];
}

export type Import = readonly [module: string, name: string];
