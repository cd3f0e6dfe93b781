import { createHash } from 'node:crypto';
import type { Model } from '../../../generators/core/model/model.ts';
import type { Column, Table } from '../../../generators/core/model/table.ts';
import type { Field, Resource } from '../../../generators/core/spec/field.ts';
import { namesOf } from '../../../generators/core/spec/names.ts';
import type { Names } from '../../../generators/core/spec/names.ts';
import { resourceNamed } from '../../../generators/core/spec/resource-named.ts';
import { definitionOf, inMigrations } from './field-code.ts';
import type { Target } from './field-code.ts';
import { call } from './literals.ts';
import { attributeOf } from './names.ts';
import { resourceSlots } from './slots.ts';

/** Names of indexes have at most so many characters, wherever Django runs. */
const longestIndex = 30;

/** The name of an index of a table. */
function indexName(table: string, what: string): string {
  const full = `${table}_${what}`;
  if (full.length <= longestIndex) return full;
  return `${full.slice(0, 21)}_${createHash('sha256').update(full).digest('hex').slice(0, 8)}`;
}

/** What a reference of a resource is to. */
export function targetOf(field: Field, own: Resource, { spec }: Model): Target | undefined {
  if (field.type !== 'reference') return undefined;
  const target = resourceNamed(field.resource, spec.resources);
  if (target === undefined) throw new Error(`there is no resource ${field.resource}`);
  return { app: namesOf(target).many.snake, model: target.name, isOwn: target.name === own.name };
}

const plain = {
  required: true,
  unique: false,
  primary: false,
  field: null,
  reference: null,
  indexes: [],
  note: null,
};

const time = call('models.DateTimeField', ['default=common.clock.now', 'editable=False']);

/** The columns of `common.models.Row`, in the order of Django. */
const common = (table: string): readonly Column[] => [
  {
    ...plain,
    name: 'id',
    primary: true,
    type: call('models.UUIDField', [
      'default=common.ids.uuid7',
      'editable=False',
      'primary_key=True',
      'serialize=False',
    ]),
  },
  {
    ...plain,
    name: 'created_at',
    type: time,
    indexes: [{ name: indexName(table, 'listed'), columns: ['created_at', 'id'] }],
  },
  { ...plain, name: 'updated_at', type: time },
  {
    ...plain,
    name: 'version',
    type: call('models.PositiveIntegerField', ['default=1', 'editable=False']),
  },
];

function fieldColumn(field: Field, resource: Resource, model: Model): Column {
  const target = targetOf(field, resource, model);
  return {
    name: attributeOf(field),
    // With all that a model says of it, so that a change of any of that is one of the column.
    type: definitionOf(field, target, inMigrations),
    required: field.required,
    unique: field.unique,
    primary: false,
    field,
    reference: target === undefined ? null : { constraint: '', table: target.app },
    indexes: [],
    note: null,
  };
}

/** What keeps the rows of a resource, as its migrations and its model have it. */
export function tableOf(resource: Resource, { many }: Names, model: Model): Table {
  const table = many.snake;
  return {
    name: table,
    resource: resource.name,
    columns: [
      ...common(table),
      ...resource.fields.map((field) => fieldColumn(field, resource, model)),
      ...resourceSlots(model, resource.name).columns.map((added) => ({
        ...plain,
        name: added.name,
        type: added.definition,
        required: false,
        reference: { constraint: '', table: added.table },
        indexes: [
          { name: indexName(table, added.index), columns: [added.name, 'created_at', 'id'] },
        ],
        note: added.note,
      })),
    ],
  };
}

/** The indexes of a table beside those of single columns, in the order in which models list them. */
export const indexesOf = ({ columns }: Table) =>
  columns.toReversed().flatMap(({ indexes }) => indexes);
