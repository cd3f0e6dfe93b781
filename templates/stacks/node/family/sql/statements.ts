import type { Statements } from '../../../../../generators/core/model/adapter.ts';
import { code, joined } from '../../../../../generators/core/model/code.ts';
import type { Code } from '../../../../../generators/core/model/code.ts';
import type { Column, Index, Table } from '../../../../../generators/core/model/table.ts';
import { columns as types } from './imports.ts';

/** The type of a column, as migrations say it. */
export const typeOf = ({ type }: Column): Code => code`${types}.${type}`;

/** What stands behind the type of a column: nothing, or what is said of it beside. */
function modifiersOf({ primary, required, unique }: Column): string {
  const modifiers = [
    ...(primary ? ['.primaryKey()'] : []),
    ...(required ? ['.notNull()'] : []),
    ...(unique ? ['.unique()'] : []),
  ];
  return modifiers.length === 0 ? '' : `, (column) => column${modifiers.join('')}`;
}

export const addColumn = (column: Column): Code =>
  code`.addColumn('${column.name}', ${typeOf(column)}${modifiersOf(column)})`;

/** What a builder of tables is told: columns, and what they refer to. */
export function columnsOf({ columns }: Pick<Table, 'columns'>): Code {
  const constraints = columns.flatMap(({ name, reference }) => {
    if (reference === null) return [];
    const { constraint, table } = reference;
    return `.addForeignKeyConstraint('${constraint}', ['${name}'], '${table}', ['id'])`;
  });
  return joined([...columns.map(addColumn), ...constraints]);
}

export const alter = (table: string, how: Code | string): Code =>
  code`await db.schema.alterTable('${table}')${how}.execute();`;

/** What one column is found by that another is not. */
export const lacking = (some: readonly Index[], others: readonly Index[]): readonly Index[] =>
  some.filter(({ name }) => others.every((other) => other.name !== name));

export const createIndex = (table: string, { name, columns }: Index): Code => {
  const list = columns.map((column) => `'${column}'`).join(', ');
  const on = columns.length === 1 ? `.column(${list})` : `.columns([${list}])`;
  return code`await db.schema.createIndex('${name}').on('${table}')${on}.execute();`;
};

/** @param keys what is said of its keys beside its columns */
export const createTable = (table: Table, keys = ''): Statements => [
  code`await db.schema.createTable('${table.name}')${columnsOf(table)}${keys}.execute();`,
  ...table.columns.flatMap(({ indexes }) => indexes.map((index) => createIndex(table.name, index))),
];

export const dropTable = ({ name }: Table): Statements => [
  code`await db.schema.dropTable('${name}').execute();`,
];
