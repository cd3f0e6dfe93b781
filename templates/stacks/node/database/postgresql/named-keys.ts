import type { Statements } from '../../../../../generators/core/model/adapter.ts';
import type { Column, Table } from '../../../../../generators/core/model/table.ts';
import { createTable as create } from '../../family/sql/statements.ts';
import { keyName } from '../../key-name.ts';

export const uniqueName = (table: string, column: string): string => keyName(table, column, 'key');

const addKey = (kind: 'PrimaryKey' | 'Unique', name: string, column: string): string =>
  `.add${kind}Constraint('${name}', ['${column}'])`;

const keysOf = (table: string, { name, primary, unique }: Column): readonly string[] => [
  ...(primary ? [addKey('PrimaryKey', keyName(table, name, 'pkey'), name)] : []),
  ...(unique ? [addKey('Unique', uniqueName(table, name), name)] : []),
];

/** Keys share their names with tables here, and the server would call them as a table can be called. */
export function createTable(table: Table): Statements {
  const { name, columns } = table;
  const keys = columns.flatMap((column) => keysOf(name, column)).join('');
  const plain = columns.map((column) => ({ ...column, primary: false, unique: false }));
  return create({ ...table, columns: plain }, keys);
}
