import type { Field } from '../spec/field.ts';

/** By what rows are found without reading all of them. */
export interface Index {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What holds one value of each row, with all that is said of it alone. */
export interface Column {
  readonly name: string;
  /** Its type, as the stack writes it. */
  readonly type: string;
  readonly required: boolean;
  readonly unique: boolean;
  readonly primary: boolean;
  /** The field whose value it holds; `null` for those that no field is. */
  readonly field: Field | null;
  /** The table whose rows it refers to, and the name of the constraint that keeps it to that. */
  readonly reference: { readonly constraint: string; readonly table: string } | null;
  /** Those that begin with it. */
  readonly indexes: readonly Index[];
  /** What to know of rows that are there before it is. */
  readonly note: string | null;
}

/** What keeps the rows of one resource. */
export interface Table {
  readonly name: string;
  /** The name of its resource. */
  readonly resource: string;
  readonly columns: readonly Column[];
}
