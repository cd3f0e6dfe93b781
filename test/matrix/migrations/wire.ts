/** JSON for cells that JSON has no values for. */
export type Wire = Readonly<Record<string, unknown>>;

/** A row as it can be sent to another process. */
export const toWire = (row: object): Wire =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]: [string, unknown]) => {
      if (typeof cell === 'bigint') return [name, { bigint: String(cell) }];
      return [name, cell instanceof Date ? { date: cell.toISOString() } : cell];
    }),
  );

const isTagged = (cell: unknown, tag: string): cell is Record<string, string> =>
  typeof cell === 'object' && cell !== null && tag in cell;

export const fromWire = (row: Wire): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => {
      if (isTagged(cell, 'bigint')) return [name, BigInt(cell['bigint'] ?? '')];
      return [name, isTagged(cell, 'date') ? new Date(cell['date'] ?? '') : cell];
    }),
  );
