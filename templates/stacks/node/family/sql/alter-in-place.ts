import type { Statements } from '../../../../../generators/core/model/adapter.ts';
import type { Code } from '../../../../../generators/core/model/code.ts';
import type { Column } from '../../../../../generators/core/model/table.ts';
import type { Conversion } from '../../../../../generators/core/render/conversion.ts';
import type { Alteration } from '../../../../../generators/core/render/data-step.ts';
import { addColumn, alter, createIndex, lacking } from './statements.ts';
import { fillRows } from './update-rows.ts';

/** What databases that alter a column where it stands say in different words. */
export interface Dialect {
  /** Under which name a column that is made unique is kept so. */
  readonly uniqueName: (table: string, column: string) => string;
  /** Whether that has to be said: the server would call it otherwise. */
  readonly namesKeys: boolean;
  /** Makes the values of a column fit into what it becomes, before it does. */
  readonly narrow: (alteration: Alteration) => Statements;
  /** Gives a column another type, or lets its rows have no value, or no longer. */
  readonly redefine: (table: string, was: Column, is: Column, conversion: Conversion) => Statements;
  readonly remove: (table: string, was: Column) => Statements;
  readonly dropIndex: (table: string, name: string) => Code;
}

function makeKeys({ uniqueName }: Dialect, table: string, was: Column, is: Column): Statements {
  const unique = uniqueName(table, is.name);
  return [
    ...(is.unique && !was.unique
      ? [alter(table, `.addUniqueConstraint('${unique}', ['${is.name}'])`)]
      : []),
    ...lacking(is.indexes, was.indexes).map((index) => createIndex(table, index)),
  ];
}

function dropKeys(dialect: Dialect, table: string, was: Column, is: Column): Statements {
  const unique = dialect.uniqueName(table, is.name);
  return [
    ...(was.unique && !is.unique ? [alter(table, `.dropConstraint('${unique}')`)] : []),
    ...lacking(was.indexes, is.indexes).map(({ name }) => dialect.dropIndex(table, name)),
  ];
}

function makeColumn(dialect: Dialect, alteration: Alteration, is: Column): Statements {
  const { name } = alteration.after;
  const filled = fillRows(alteration);
  const first = {
    ...is,
    required: is.required && filled.length === 0,
    unique: is.unique && !dialect.namesKeys,
    indexes: [],
  };
  return [
    alter(name, addColumn(first)),
    ...filled,
    ...dialect.redefine(name, first, is, { kind: 'keep' }),
    ...makeKeys(dialect, name, first, is),
    ...(is.reference === null
      ? []
      : [
          alter(
            name,
            `.addForeignKeyConstraint('${is.reference.constraint}', ['${is.name}'], '${is.reference.table}', ['id'])`,
          ),
        ]),
  ];
}

function changeColumn(
  dialect: Dialect,
  alteration: Alteration,
  was: Column,
  is: Column,
): Statements {
  const { name } = alteration.after;
  const filled = fillRows(alteration);
  const typed = filled.length === 0 ? is : { ...is, required: false };
  const dropped = dropKeys(dialect, name, was, is);
  // Not every type can have a key, and a foreign key, whose type stays, must have one all the time.
  const [first, last] = was.type === is.type ? [[], dropped] : [dropped, []];
  return [
    ...first,
    ...dialect.narrow(alteration),
    ...dialect.redefine(name, was, typed, alteration.conversion),
    ...filled,
    ...dialect.redefine(name, typed, is, { kind: 'keep' }),
    ...makeKeys(dialect, name, was, is),
    ...last,
  ];
}

/** Alterations in the words of a database that alters a column where it stands. */
export const alterInPlace =
  (dialect: Dialect) =>
  (alteration: Alteration): Statements => {
    const { after, was, is } = alteration;
    if (is === undefined) return was === undefined ? [] : dialect.remove(after.name, was);
    return was === undefined
      ? makeColumn(dialect, alteration, is)
      : changeColumn(dialect, alteration, was, is);
  };
