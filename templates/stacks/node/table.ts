import type { Model } from '../../../generators/core/model/model.ts';
import type { Column, Table } from '../../../generators/core/model/table.ts';
import { propertyOf } from '../../../generators/core/spec/field.ts';
import type { Field, Resource } from '../../../generators/core/spec/field.ts';
import { namesOf, spell } from '../../../generators/core/spec/names.ts';
import type { Names } from '../../../generators/core/spec/names.ts';
import { resourceNamed } from '../../../generators/core/spec/resource-named.ts';
import { codeOf } from './fields.ts';
import { keyName } from './key-name.ts';
import { resourceSlots } from './slots.ts';
import type { ResourceSlots } from './slots.ts';

/**
 * The column of a property: what breaks a rule is told by column, and its property is made from that,
 * so the way there must lead back (`httpURL` has no way back from `http_url`).
 */
export function columnOf(property: string): string {
  const { snake } = spell(property);
  const back = snake.replaceAll(/_(.)/gu, (_, letter: string) => letter.toUpperCase());
  return back === property
    ? snake
    : property.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

const indexOf = (table: string, ...columns: readonly string[]) => ({
  name: keyName(table, ...columns),
  columns,
});

const referenceOf = (table: string, column: string, target: string) => ({
  constraint: keyName(table, column, 'fk'),
  table: target,
});

const required = {
  required: true,
  unique: false,
  primary: false,
  field: null,
  reference: null,
  indexes: [],
  note: null,
};

function targetOf(field: Field, { spec }: Model): string | undefined {
  if (field.type !== 'reference') return undefined;
  const target = resourceNamed(field.resource, spec.resources);
  if (target === undefined) throw new Error(`there is no resource ${field.resource}`);
  return namesOf(target).many.snake;
}

function fieldColumn(field: Field, table: string, model: Model): Column {
  const name = columnOf(propertyOf(field));
  const target = targetOf(field, model);
  // What is unique has an index already.
  const isIndexed = field.index || (target !== undefined && !field.unique);
  return {
    name,
    type: codeOf(field).column,
    required: field.required,
    unique: field.unique,
    primary: false,
    field,
    reference: target === undefined ? null : referenceOf(table, name, target),
    indexes: isIndexed ? [indexOf(table, name)] : [],
    note: null,
  };
}

const addedColumn = (
  { name, stored, table: target, note }: ResourceSlots['columns'][number],
  table: string,
): Column => ({
  ...required,
  name,
  type: stored,
  required: false,
  reference: referenceOf(table, name, target),
  indexes: [indexOf(table, name, 'created_at', 'id')],
  note,
});

/** What keeps the rows of a resource: what every table has, its fields, and what adapters add. */
export function tableOf(resource: Resource, { many }: Names, model: Model): Table {
  const table = many.snake;
  return {
    name: table,
    resource: resource.name,
    columns: [
      { ...required, name: 'id', type: 'id', primary: true },
      ...resource.fields.map((field) => fieldColumn(field, table, model)),
      ...resourceSlots(model, resource.name).columns.map((added) => addedColumn(added, table)),
      { ...required, name: 'version', type: 'integer' },
      {
        ...required,
        name: 'created_at',
        type: 'datetime',
        indexes: [indexOf(table, 'created_at', 'id')],
      },
      { ...required, name: 'updated_at', type: 'datetime' },
    ],
  };
}
