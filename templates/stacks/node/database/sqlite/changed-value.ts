import type { Column } from '../../../../../generators/core/model/table.ts';
import type { Alteration } from '../../../../../generators/core/render/data-step.ts';
import type { Field } from '../../../../../generators/core/spec/field.ts';
import { cellOf } from '../../fill.ts';
import { quoted } from '../../literals.ts';

const parameter = (field: Field, value: unknown): string => `\${${cellOf(field, value)}}`;

/** Numbers that become text are written as the API would write them. */
function asText(cell: string, was: Field): string {
  if (was.type !== 'decimal') return cell;
  return `iif(${cell} is null, null, printf('%.${was.scale}f', ${cell}))`;
}

/** A number that is rounded is a float, which only decimals are kept as. */
const rounded = (number: string, { type }: Field, scale: number): string =>
  type === 'decimal' ? `round(${number}, ${scale})` : `cast(round(${number}) as integer)`;

function converted(cell: string, was: Field, is: Field, { conversion, fill }: Alteration): string {
  switch (conversion.kind) {
    case 'keep':
      return is.type === 'string' || is.type === 'text' ? asText(cell, was) : cell;
    case 'read':
      return cell;
    case 'cut':
      // Text does not end with white space.
      return `rtrim(substr(${cell}, 1, ${conversion.length}))`;
    case 'round':
      return rounded(cell, is, conversion.scale);
    case 'clamp': {
      const { least, most, scale } = conversion;
      return rounded(`max(${least}, min(${most}, ${cell}))`, is, scale);
    }
    case 'among': {
      const values = conversion.values.map(quoted).join(', ');
      const other = fill === undefined ? 'null' : parameter(is, fill);
      // What has no value is none of the others either.
      return `iif(${cell} not in (${values}), ${other}, ${cell})`;
    }
  }
}

/**
 * What a column is given from the rows as they were: an expression of SQL.
 *
 * @returns `undefined` when that is what it held, or nothing
 */
export function changedValue(alteration: Alteration, is: Column): string | undefined {
  const { was, fill } = alteration;
  const { field, name } = is;
  if (field === null) return undefined;
  if (was === undefined) return fill === undefined ? undefined : parameter(field, fill);
  const cell = `"${name}"`;
  const value = was.field === null ? cell : converted(cell, was.field, field, alteration);
  const mustBeFilled = is.required && !was.required && fill !== undefined;
  const filled = mustBeFilled ? `coalesce(${value}, ${parameter(field, fill)})` : value;
  return filled === cell ? undefined : filled;
}
