import type { Field } from '../spec/field.ts';

/** Why no value is right for several rows, or `undefined`. */
export function faultOfSharing({ unique, type }: Field): string | undefined {
  if (unique) return 'is unique, so rows that are there cannot all get the same';
  return type === 'reference' ? 'refers to rows, so none is right for all' : undefined;
}

/** Why nobody can say a value that all rows get, or `undefined`. */
export const faultOfFill = (field: Field): string | undefined =>
  faultOfSharing(field) ??
  (field.type === 'json' ? 'has no default that could be written down here' : undefined);
