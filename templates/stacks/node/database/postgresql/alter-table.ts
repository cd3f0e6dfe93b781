import type { Statements } from '../../../../../generators/core/model/adapter.ts';
import { code } from '../../../../../generators/core/model/code.ts';
import type { Code } from '../../../../../generators/core/model/code.ts';
import type { Column } from '../../../../../generators/core/model/table.ts';
import type { Conversion } from '../../../../../generators/core/render/conversion.ts';
import type { FieldType } from '../../../../../generators/core/spec/field.ts';
import { alterInPlace } from '../../family/sql/alter-in-place.ts';
import { sql } from '../../family/sql/imports.ts';
import { alter, typeOf } from '../../family/sql/statements.ts';
import { uniqueName } from './named-keys.ts';

/** Text becomes no other type by itself. */
const cast: ReadonlySet<FieldType> = new Set(['integer', 'bigint', 'decimal', 'uuid']);

function newTypeOf(column: Column, { kind }: Conversion): Code {
  const { name, field } = column;
  if (kind !== 'read' || field === null || !cast.has(field.type)) return typeOf(column);
  const raw = code`\${${sql}.raw(${typeOf(column)})}`;
  return code`${sql}\`${raw} using \${${sql}.ref('${name}')}::${raw}\``;
}

function redefine(table: string, was: Column, is: Column, conversion: Conversion): Statements {
  const set = (how: Code | string): Code =>
    alter(table, code`.alterColumn('${is.name}', (column) => column.${how})`);
  return [
    ...(was.type === is.type ? [] : [set(code`setDataType(${newTypeOf(is, conversion)})`)]),
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
  redefine,
  remove,
  dropIndex,
});
