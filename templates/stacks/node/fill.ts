import type { Field } from '../../../generators/core/spec/field.ts';
import { codeOf } from './fields.ts';
import { literal } from './literals.ts';

/** A value of a field as its rows hold it: an expression in the generated code. */
export function cellOf(field: Field, value: unknown): string {
  const { write } = codeOf(field);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return write?.(literal(value)) ?? literal(value);
  }
  return write?.(JSON.stringify(value)) ?? JSON.stringify(value);
}

/** The type of the cells of a field. */
export const cellType = (field: Field): string => {
  const { rowType } = codeOf(field);
  return rowType === 'enum' ? 'string' : rowType;
};
