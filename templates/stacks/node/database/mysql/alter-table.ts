import type { Statements } from '../../../../../generators/core/model/adapter.ts';
import { code } from '../../../../../generators/core/model/code.ts';
import type { Code } from '../../../../../generators/core/model/code.ts';
import type { Column } from '../../../../../generators/core/model/table.ts';
import { alterInPlace } from '../../family/sql/alter-in-place.ts';
import { alter, typeOf } from '../../family/sql/statements.ts';
import { narrowRows } from '../../family/sql/update-rows.ts';

const dropIndex = (table: string, name: string): Code =>
  code`await db.schema.dropIndex('${name}').on('${table}').execute();`;

/** Of a column, all is said again, but for its keys. */
function redefine(table: string, was: Column, is: Column): Statements {
  if (was.type === is.type && was.required === is.required) return [];
  const required = is.required ? ', (column) => column.notNull()' : '';
  return [alter(table, code`.modifyColumn('${is.name}', ${typeOf(is)}${required})`)];
}

/** An index that begins with a column would lose it and stay, and a foreign key keeps both in place. */
const remove = (table: string, { name, reference, indexes }: Column): Statements => [
  ...(reference === null ? [] : [alter(table, `.dropConstraint('${reference.constraint}')`)]),
  ...indexes.map((index) => dropIndex(table, index.name)),
  alter(table, `.dropColumn('${name}')`),
];

export const alterTable = alterInPlace({
  uniqueName: (_, column) => column,
  namesKeys: false,
  narrow: narrowRows,
  redefine,
  remove,
  dropIndex,
});
