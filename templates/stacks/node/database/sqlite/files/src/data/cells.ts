import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

type Row = Record<string, unknown>;
type Decode = (cell: SQLOutputValue) => unknown;

/** What SQLite cannot bind itself is written as it would write it: times sort as text. */
export function encode(value: unknown): SQLInputValue {
  return value instanceof Date ? value.toISOString() : (value as SQLInputValue);
}

/**
 * SQLite keeps numbers and text only. What a cell stands for is told by the declared type of its
 * column, looked up once for each statement; other cells stay as they are.
 */
export function rowDecoder(statement: StatementSync): (row: Row) => Row {
  const columns = statement
    .columns()
    .map(({ name, type }) => ({ name, type: type?.toLowerCase() }));
  const hasBigints = columns.some(({ type }) => type === 'bigint');
  statement.setReadBigInts(hasBigints);
  const decoders = columns.flatMap(({ name, type = '' }) => {
    const decode = decoderOf(type) ?? (hasBigints && type !== 'bigint' ? withoutBigint : undefined);
    return decode ? [{ name, decode }] : [];
  });
  return (row) => {
    for (const { name, decode } of decoders) {
      const cell = row[name];
      if (cell !== null) row[name] = decode(cell as SQLOutputValue);
    }
    return row;
  };
}

function decoderOf(type: string): Decode | undefined {
  if (type === 'boolean') return (cell) => Number(cell) === 1;
  if (type === 'datetime') return (cell) => new Date(String(cell));
  const scale = /^decimal\(\d+, (\d+)\)$/.exec(type)?.[1];
  // Up to 15 digits survive in a double.
  return scale === undefined ? undefined : (cell) => Number(cell).toFixed(Number(scale));
}

/** Where one column needs big integers, a statement reads all integers as such. */
const withoutBigint: Decode = (cell) => (typeof cell === 'bigint' ? Number(cell) : cell);
