import type { Statements } from '../../../../../generators/core/model/adapter.ts';
import type { Index, Table } from '../../../../../generators/core/model/table.ts';
import { createTable as create } from '../../family/sql/statements.ts';

const addIndex = ({ name, columns }: Index): string =>
  `.addIndex('${name}', [${columns.map((column) => `'${column}'`).join(', ')}])`;

/** In one statement, which is done or not: nothing else is taken back here when a migration fails. */
export function createTable(table: Table): Statements {
  const indexes = table.columns.flatMap((column) => column.indexes.map(addIndex)).join('');
  const bare = table.columns.map((column) => ({ ...column, indexes: [] }));
  return create({ ...table, columns: bare }, indexes);
}
