import { isDeepStrictEqual } from 'node:util';
import type { Column, Table } from '../../../generators/core/model/table.ts';
import type { DataStep } from '../../../generators/core/render/data-step.ts';
import { nameOfStep } from '../../../generators/core/render/name-step.ts';

/** What a database has, by name: tables of resources, and `null` for those of adapters. */
export type Tables = ReadonlyMap<string, Table | null>;

function refuse(isWrong: boolean, what: string): void {
  if (isWrong) throw new Error(what);
}

const targetsOf = ({ columns }: Table): readonly string[] =>
  columns.flatMap(({ reference }) => reference?.table ?? []);

function put(tables: Tables, table: Table): Tables {
  const lost = targetsOf(table).filter((name) => name !== table.name && !tables.has(name));
  refuse(lost.length > 0, `${table.name} refers to ${lost.join(', ')}, which is not there`);
  return new Map([...tables, [table.name, table]]);
}

function take(tables: Tables, name: string): Tables {
  refuse(!tables.has(name), `${name} is not there`);
  const others = [...tables.values()].filter((table) => table !== null && table.name !== name);
  const referring = others.filter((table) => table !== null && targetsOf(table).includes(name));
  refuse(referring.length > 0, `${referring[0]?.name} still refers to ${name}`);
  return new Map([...tables].filter(([known]) => known !== name));
}

const sorted = (columns: readonly Column[]): readonly Column[] =>
  columns.toSorted((one, other) => (one.name < other.name ? -1 : 1));

/** What a database knows of its tables: not the order of columns, nor what else a field says. */
export const asKept = (tables: Tables) =>
  Object.fromEntries(
    [...tables].map(([name, table]) => [
      name,
      table && sorted(table.columns).map((column) => ({ ...column, field: null })),
    ]),
  );

/**
 * What a database has after a step, as the database would see it.
 *
 * @throws when the step does not fit what is there
 */
export function tablesAfter(tables: Tables, step: DataStep): Tables {
  switch (step.kind) {
    case 'create':
      refuse(tables.has(step.table.name), `${step.table.name} is there`);
      return put(tables, step.table);
    case 'drop':
      refuse(!isDeepStrictEqual(tables.get(step.table.name), step.table), 'another table is there');
      return take(tables, step.table.name);
    case 'alter': {
      const { before, after, was, is } = step;
      refuse(!isDeepStrictEqual(tables.get(before.name), before), 'another table is altered');
      const [left, right] = [before, after].map(({ columns }) => columns);
      const untouched = (left ?? []).filter((column) => column !== was);
      refuse(
        was !== undefined && untouched.length === left?.length,
        'what is altered is not there',
      );
      const told = sorted(is === undefined ? untouched : [...untouched, is]);
      refuse(!isDeepStrictEqual(told, sorted(right ?? [])), 'more than one column is altered');
      return put(tables, after);
    }
    case 'once': {
      const [verb, name = ''] = nameOfStep(step).split('_');
      refuse(verb === 'create' && tables.has(name), `${name} is there`);
      return verb === 'create' ? new Map([...tables, [name, null]]) : take(tables, name);
    }
  }
}
