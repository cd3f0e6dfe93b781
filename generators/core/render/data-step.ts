import type { Column, Table } from '../model/table.ts';
import type { Field } from '../spec/field.ts';
import type { Conversion } from './conversion.ts';

/** One column more, one less, or one that is another: a table differs in nothing else before and after. */
export interface Alteration {
  readonly before: Table;
  readonly after: Table;
  readonly was: Column | undefined;
  readonly is: Column | undefined;
  /** What becomes of its values. */
  readonly conversion: Conversion;
  /** What rows get that have no value, or none that may stay; a value of the field. */
  readonly fill: unknown;
}

/** One thing that must happen to the data: what one migration does. */
export type DataStep =
  | { readonly kind: 'create' | 'drop'; readonly table: Table }
  | ({ readonly kind: 'alter' } & Alteration)
  /** An adapter comes or goes, with tables of its own: a template that says what then happens. */
  | { readonly kind: 'once'; readonly template: string };

/** A field that rows must have from now on, and that those have not which are there already. */
export interface Need {
  readonly resource: string;
  readonly field: Field;
}

/** What fields get in rows that are there already, by `resource.field`. */
export type Fills = ReadonlyMap<string, unknown>;

export const keyOfFill = (resource: string, field: Field): string => `${resource}.${field.name}`;
