import type { Statements } from '../../../../../generators/core/model/adapter.ts';
import { code, imported } from '../../../../../generators/core/model/code.ts';
import type { Code } from '../../../../../generators/core/model/code.ts';
import type { Column, Index } from '../../../../../generators/core/model/table.ts';
import type { Alteration } from '../../../../../generators/core/render/data-step.ts';
import { sql } from '../../family/sql/imports.ts';
import { addColumn, alter, columnsOf, createIndex, lacking } from '../../family/sql/statements.ts';
import { changedValue } from './changed-value.ts';

const replaceColumn = imported('replaceColumn');

const dropIndex = ({ name }: Index): Code => code`await db.schema.dropIndex('${name}').execute();`;

/** Most of what a column is cannot be altered: another table takes the place of its table. */
function replace(alteration: Alteration): Statements {
  const { after, was, is } = alteration;
  const [before, now] = [was?.indexes ?? [], is?.indexes ?? []];
  const name = is?.name ?? was?.name ?? '';
  const define = is === undefined ? 'null' : code`(table) => table${columnsOf({ columns: [is] })}`;
  const value = is === undefined ? undefined : changedValue(alteration, is);
  const given = value === undefined ? '' : code`, ${sql}\`${value}\``;
  return [
    ...lacking(before, now).map(dropIndex),
    code`await ${replaceColumn}(db, '${after.name}', '${name}', ${define}${given});`,
    ...lacking(now, before).map((index) => createIndex(after.name, index)),
  ];
}

const isPlain = ({ unique, reference }: Column): boolean => !unique && reference === null;

function add(table: string, column: Column): Statements {
  return [
    alter(table, addColumn(column)),
    ...column.indexes.map((index) => createIndex(table, index)),
  ];
}

const remove = (table: string, { name, indexes }: Column): Statements => [
  ...indexes.map(dropIndex),
  alter(table, `.dropColumn('${name}')`),
];

const isOnlyIndexed = (was: Column, is: Column, { conversion }: Alteration): boolean =>
  conversion.kind === 'keep' &&
  was.type === is.type &&
  was.required === is.required &&
  was.unique === is.unique;

/** Alterations: in place where this database can, with another table where it cannot. */
export function alterTable(alteration: Alteration): Statements {
  const { after, was, is } = alteration;
  if (was === undefined && is !== undefined && !is.required && isPlain(is)) {
    return add(after.name, is);
  }
  if (was !== undefined && is === undefined && isPlain(was)) return remove(after.name, was);
  if (was !== undefined && is !== undefined && isOnlyIndexed(was, is, alteration)) {
    return [
      ...lacking(is.indexes, was.indexes).map((index) => createIndex(after.name, index)),
      ...lacking(was.indexes, is.indexes).map(dropIndex),
    ];
  }
  return replace(alteration);
}
