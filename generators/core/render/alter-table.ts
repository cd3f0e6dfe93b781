import { isDeepStrictEqual } from 'node:util';
import type { Column, Table } from '../model/table.ts';
import { defaultOf } from '../spec/field.ts';
import { conversionOf } from './conversion.ts';
import type { Conversion } from './conversion.ts';
import type { Alteration } from './data-step.ts';

const keep: Conversion = { kind: 'keep' };

const named = ({ columns }: Table, name: string): Column | undefined =>
  columns.find((column) => column.name === name);

/** Whether a database keeps the same in both columns, whatever else is said of their fields. */
function isSame(was: Column, is: Column, conversion: Conversion): boolean {
  return conversion.kind === 'keep' && isDeepStrictEqual({ ...was, field: is.field }, is);
}

/** How a column becomes the one of the same name; `undefined` when they share nothing but that. */
function conversionBetween(was: Column, is: Column): Conversion | undefined {
  if (was.reference?.table !== is.reference?.table) return undefined;
  return was.field === null || is.field === null ? keep : conversionOf(was.field, is.field);
}

const fillOf = ({ field }: Column): unknown => (field === null ? undefined : defaultOf(field));

interface Changes {
  readonly removed: readonly Column[];
  readonly added: readonly Column[];
  readonly changed: readonly { was: Column; is: Column; conversion: Conversion }[];
}

/** A column that becomes one of another kind is removed and added. */
function changesOf(before: Table, after: Table): Changes {
  const pairs = before.columns.map((was) => {
    const is = named(after, was.name);
    return { was, is, conversion: is === undefined ? undefined : conversionBetween(was, is) };
  });
  const kept = pairs.flatMap(({ was, is, conversion }) =>
    is === undefined || conversion === undefined ? [] : [{ was, is, conversion }],
  );
  const isKept = ({ name }: Column): boolean => kept.some(({ was }) => was.name === name);
  return {
    removed: before.columns.filter((column) => !isKept(column)),
    added: after.columns.filter((column) => !isKept(column)),
    changed: kept.filter(({ was, is, conversion }) => !isSame(was, is, conversion)),
  };
}

/** Columns stand where a new table would have them, as far as they are there. */
function sorted(columns: readonly Column[], { columns: order }: Table): readonly Column[] {
  const place = ({ name }: Column): number => order.findIndex((column) => column.name === name);
  return columns.toSorted((one, other) => place(one) - place(other));
}

/**
 * The steps from one table to the other, one column each: those that take something away, which make
 * room, and those that bring something.
 */
export function alterTable(before: Table, after: Table) {
  const { removed, added, changed } = changesOf(before, after);
  let table = before;
  const step = (columns: readonly Column[], rest: Omit<Alteration, 'before' | 'after'>) => {
    const made: Alteration = { before: table, after: { ...table, columns }, ...rest };
    table = made.after;
    return { kind: 'alter' as const, ...made };
  };
  const removals = removed.map((was) => {
    const left = table.columns.filter(({ name }) => name !== was.name);
    return step(left, { was, is: undefined, conversion: keep, fill: undefined });
  });
  const others = [
    ...changed.map(({ was, is, conversion }) => {
      const columns = table.columns.map((column) => (column.name === is.name ? is : column));
      return step(columns, { was, is, conversion, fill: fillOf(is) });
    }),
    ...added.map((is) => {
      const columns = sorted([...table.columns, is], after);
      const fill = is.required ? fillOf(is) : undefined;
      return step(columns, { was: undefined, is, conversion: keep, fill });
    }),
  ];
  return { removals, others };
}
