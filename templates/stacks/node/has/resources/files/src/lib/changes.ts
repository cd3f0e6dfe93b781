/** Tells whether a patch, in the form in which values are stored, changes anything. */
export function changes<Row extends object>(row: Row, patch: Partial<Row>): boolean {
  return Object.entries(patch).some(([field, value]) => row[field as keyof Row] !== value);
}
