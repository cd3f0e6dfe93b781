import type { SQLInputValue, StatementColumnMetadata, StatementSync } from 'node:sqlite';

type Decode = (cell: unknown) => unknown;
type ReadRow = (cells: object) => object;

/** What SQLite cannot bind itself is written as it would write it: times sort as text. */
export function encode(value: unknown): SQLInputValue {
  return value instanceof Date ? value.toISOString() : (value as SQLInputValue);
}

/**
 * Returns what makes a row of the cells that a statement has just given. The objects that Node makes
 * itself are slower to make and to read; but then SQLite has to be asked each time which columns
 * they are: when another process changes a table, it prepares its statements anew.
 */
export function rowReader(statement: StatementSync): () => ReadRow {
  let known: readonly StatementColumnMetadata[] | undefined;
  let read: ReadRow;
  statement.setReturnArrays(true);
  const current = () => {
    const columns = statement.columns();
    if (!known || !areSame(columns, known)) {
      const hasBigints = columns.some(({ type }) => typeOf(type) === 'bigint');
      statement.setReadBigInts(hasBigints);
      read = readerOf(columns, hasBigints);
      known = columns;
    }
    return read;
  };
  current();
  return current;
}

function areSame(
  some: readonly StatementColumnMetadata[],
  others: readonly StatementColumnMetadata[],
): boolean {
  return (
    some.length === others.length &&
    some.every(({ name, type }, index) => {
      const other = others[index];
      return name === other?.name && type === other.type;
    })
  );
}

function readerOf(columns: readonly StatementColumnMetadata[], hasBigints: boolean): ReadRow {
  const readers = columns.map(({ name, type }) => ({ name, decode: decoderOf(type, hasBigints) }));
  return (cells) => {
    // Its type does not tell that it is an array.
    const values = cells as readonly unknown[];
    const row: Record<string, unknown> = {};
    for (let index = 0; index < readers.length; index += 1) {
      const { name, decode } = readers[index]!;
      const cell = values[index];
      row[name] = decode && cell !== null ? decode(cell) : cell;
    }
    return row;
  };
}

/** SQLite keeps numbers and text only: the declared type of a column tells what a cell stands for. */
function decoderOf(declared: string | null, hasBigints: boolean): Decode | undefined {
  const type = typeOf(declared);
  if (type === 'boolean') return (cell) => Number(cell) === 1;
  if (type === 'datetime') return (cell) => new Date(cell as string);
  const scale = /^decimal\(\d+, (\d+)\)$/.exec(type)?.[1];
  // Up to 15 digits survive in a double.
  if (scale !== undefined) return (cell) => Number(cell).toFixed(Number(scale));
  return hasBigints && type !== 'bigint' ? withoutBigint : undefined;
}

/** Where one column needs big integers, a statement reads all integers as such. */
const withoutBigint: Decode = (cell) => (typeof cell === 'bigint' ? Number(cell) : cell);

const typeOf = (declared: string | null): string => declared?.toLowerCase() ?? '';
