import type { Statements } from '../../../../../generators/core/model/adapter.ts';
import { code } from '../../../../../generators/core/model/code.ts';
import type { Code } from '../../../../../generators/core/model/code.ts';
import type { Column } from '../../../../../generators/core/model/table.ts';
import type { Conversion } from '../../../../../generators/core/render/conversion.ts';
import type { Alteration } from '../../../../../generators/core/render/data-step.ts';
import type { FieldType } from '../../../../../generators/core/spec/field.ts';
import { alterInPlace } from '../../family/sql/alter-in-place.ts';
import { sql } from '../../family/sql/imports.ts';
import { alter, typeOf } from '../../family/sql/statements.ts';
import { narrowRows } from '../../family/sql/update-rows.ts';
import { uniqueName } from './named-keys.ts';

/** Text becomes no other type by itself. */
const cast: ReadonlySet<FieldType> = new Set(['integer', 'bigint', 'decimal', 'uuid']);

const isRead = ({ field }: Column, { kind }: Conversion): boolean =>
  kind === 'read' && field !== null && cast.has(field.type);

/** A column of UUIDs holds no part of one before it is text, and a cast cuts. */
const isCutByCast = ({ field }: Column, { kind }: Conversion): boolean =>
  kind === 'cut' && field?.type === 'uuid';

function newTypeOf(was: Column, is: Column, conversion: Conversion): Code {
  const using = (type: Code) => code`${sql}\`${type} using \${${sql}.ref('${is.name}')}::${type}\``;
  if (isRead(is, conversion)) return using(code`\${${sql}.raw(${typeOf(is)})}`);
  return isCutByCast(was, conversion) ? using(code`\${${typeOf(is)}}`) : typeOf(is);
}

const narrow = (alteration: Alteration): Statements =>
  alteration.was !== undefined && isCutByCast(alteration.was, alteration.conversion)
    ? []
    : narrowRows(alteration);

function redefine(table: string, was: Column, is: Column, conversion: Conversion): Statements {
  const set = (how: Code | string): Code =>
    alter(table, code`.alterColumn('${is.name}', (column) => column.${how})`);
  return [
    ...(was.type === is.type ? [] : [set(code`setDataType(${newTypeOf(was, is, conversion)})`)]),
    ...(was.required === is.required ? [] : [set(is.required ? 'setNotNull()' : 'dropNotNull()')]),
  ];
}

/** With a column go its keys and indexes. */
const remove = (table: string, { name }: Column): Statements => [
  alter(table, `.dropColumn('${name}')`),
];

const dropIndex = (_: string, name: string): Code =>
  code`await db.schema.dropIndex('${name}').execute();`;

export const alterTable = alterInPlace({
  uniqueName,
  namesKeys: true,
  narrow,
  redefine,
  remove,
  dropIndex,
});
