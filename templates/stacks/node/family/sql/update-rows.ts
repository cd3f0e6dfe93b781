import type { Statements } from '../../../../../generators/core/model/adapter.ts';
import { code } from '../../../../../generators/core/model/code.ts';
import type { Code } from '../../../../../generators/core/model/code.ts';
import type { Column } from '../../../../../generators/core/model/table.ts';
import type { Conversion } from '../../../../../generators/core/render/conversion.ts';
import type { Alteration } from '../../../../../generators/core/render/data-step.ts';
import type { Field } from '../../../../../generators/core/spec/field.ts';
import { cellOf, cellType } from '../../fill.ts';
import { quoted } from '../../literals.ts';
import { sql } from './imports.ts';

/** Sets one column in the rows for which a condition holds, or in all. */
function update(
  table: string,
  { name }: Column,
  { type, value, where = '' }: { type: string; value: Code | string; where?: Code | string },
): Code {
  const typed = `db.withTables<{ ${table}: { ${name}: ${type} } }>()`;
  return code`await ${typed}.updateTable('${table}').set({ ${name}: ${value} })${where}.execute();`;
}

const typeOf = (field: Field, required: boolean): string =>
  required ? cellType(field) : `${cellType(field)} | null`;

/** Gives a value to all rows of a new column, or to those that have none. */
export function fillRows(alteration: Alteration): Statements {
  const { after, was, is, fill } = alteration;
  if (!is?.field || !is.required || was?.required === true || fill === undefined) return [];
  const [type, value] = [typeOf(is.field, was === undefined), cellOf(is.field, fill)];
  const where = was === undefined ? '' : `.where('${is.name}', 'is', null)`;
  return [update(after.name, is, { type, value, where })];
}

const limit = (field: Field, text: string): string =>
  cellOf(field, field.type === 'integer' || field.type === 'float' ? Number(text) : text);

/** Sets what lies beyond a limit to the limit. */
function clamped(
  table: string,
  column: Column,
  field: Field,
  { least, most }: Extract<Conversion, { readonly kind: 'clamp' }>,
): Statements {
  const type = typeOf(field, column.required);
  return [
    ['<', limit(field, least)],
    ['>', limit(field, most)],
  ].map(([operator = '', value = '']) =>
    update(table, column, {
      type,
      value,
      where: `.where('${column.name}', '${operator}', ${value})`,
    }),
  );
}

/** Makes the values of a column fit into what it becomes, before it does. */
export function narrowRows({ before, was, conversion, fill }: Alteration): Statements {
  if (!was?.field) return [];
  const { name, field, required } = was;
  const type = typeOf(field, required);
  const reference = code`\${${sql}.ref('${name}')}`;
  switch (conversion.kind) {
    case 'keep':
    case 'read':
    // A database rounds by itself.
    case 'round':
      return [];
    case 'clamp':
      return clamped(before.name, was, field, conversion);
    case 'cut': {
      const { length } = conversion;
      // Text does not end with white space.
      const value = code`${sql}<string>\`rtrim(left(${reference}, ${String(length)}))\``;
      const where = code`.where(${sql}<number>\`char_length(${reference})\`, '>', ${String(length)})`;
      return [update(before.name, was, { type, value, where })];
    }
    case 'among': {
      const values = conversion.values.map(quoted).join(', ');
      const value = fill === undefined ? 'null' : cellOf(field, fill);
      const where = `.where('${name}', 'not in', [${values}])`;
      return [update(before.name, was, { type, value, where })];
    }
  }
}
