import mysql, { type FieldPacket } from 'mysql2';

export type Row = Record<string, unknown>;
type Decode = (cell: unknown) => unknown;

/** Makes of cells, in place, what their columns stand for: of columns of one name, the last one. */
export function decodeRows(rows: Row[], fields: readonly FieldPacket[]): Row[] {
  for (const field of new Map(fields.map((each) => [each.name, each])).values()) {
    const decode = decoderOf(field);
    if (!decode) continue;
    for (const row of rows) {
      const cell = row[field.name];
      if (cell !== null) row[field.name] = decode(cell);
    }
  }
  return rows;
}

function decoderOf({ columnType, columnLength }: FieldPacket): Decode | undefined {
  const { Types } = mysql;
  // A boolean is a number of one digit.
  if (columnType === Types.TINY && columnLength === 1) return (cell) => cell === 1;
  if (columnType === Types.LONGLONG) return (cell) => BigInt(cell as string);
  if (columnType === Types.DATETIME)
    return (cell) => new Date(`${(cell as string).replace(' ', 'T')}Z`);
  return undefined;
}
