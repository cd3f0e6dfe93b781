import type { Model } from '../../../generators/core/model/model.ts';
import type { View } from '../../../generators/core/model/stack.ts';
import {
  defaultOf,
  isFilterable,
  isSortable,
  propertyOf,
} from '../../../generators/core/spec/field.ts';
import type { Field, Resource } from '../../../generators/core/spec/field.ts';
import { hasYielding, yieldingReferences } from '../../../generators/core/spec/on-delete.ts';
import { namesOf } from '../../../generators/core/spec/names.ts';
import type { Names } from '../../../generators/core/spec/names.ts';
import { resourceNamed } from '../../../generators/core/spec/resource-named.ts';
import { codeOf } from './fields.ts';
import { literal } from './literals.ts';
import { sampleView } from './sample-view.ts';
import { resourceSlots } from './slots.ts';
import type { ResourceSlots } from './slots.ts';
import { slotsView } from './slots-view.ts';
import { columnOf } from './table.ts';

/** Types that the generated modules use: a resource of the same name would hide them. */
const taken: ReadonlySet<string> = new Set(
  'App BigInt Boolean Caller Database Date JSON Listing Problem Promise ReturnType String'.split(
    ' ',
  ),
);

/** `import` lines for names from modules below `src/`, one line a module. */
export function importLines(from: string, imports: readonly (readonly [string, string])[]) {
  const modules = [...new Set(imports.map(([module]) => module))].toSorted();
  return modules.map((module) => {
    const names = imports.filter(([other]) => other === module).map(([, name]) => name);
    return `import { ${[...new Set(names)].toSorted().join(', ')} } from '${from}${module}';`.replace(
      /^import \{ type (\w+) \}/u,
      'import type { $1 }',
    );
  });
}

function fieldView(field: Field, type: string) {
  const { schema, rowType, write, read } = codeOf(field);
  const property = propertyOf(field);
  const column = columnOf(property);
  const [value, cell] = [`value.${property}`, `row.${column}`];
  const declared = field.required ? schema : `${schema}.nullable()`;
  const unlessNull = (from: string, to: string): string =>
    field.required || from === to ? to : `${from} === null ? null : ${to}`;
  const stored = rowType === 'enum' ? `NonNullable<${type}['${property}']>` : rowType;
  return {
    property,
    column,
    declaration: property === declared ? property : `${property}: ${declared}`,
    rowType: field.required ? stored : `${stored} | null`,
    write: unlessNull(value, write?.(value) ?? value),
    read: unlessNull(cell, read?.(cell) ?? cell),
  };
}

/** What a request that leaves the field out is taken to say. */
function unsentView(field: Field) {
  const standard = defaultOf(field);
  if (standard === undefined && field.required) return [];
  return [
    { property: propertyOf(field), value: standard === undefined ? 'null' : literal(standard) },
  ];
}

/** The schema of what is written, where that is not the schema of what is read. */
function boundedView(field: Field) {
  const { bounded } = codeOf(field);
  const value = `fields.${propertyOf(field)}`;
  if (bounded === null) return [];
  const schema = field.required ? bounded(value) : `${bounded(`${value}.unwrap()`)}.nullable()`;
  return [{ property: propertyOf(field), schema }];
}

/** What the schema of a resource prints, beside its fields. */
function schemaView(fields: readonly Field[]) {
  const bounded = fields.flatMap(boundedView);
  const codes = fields.map(codeOf);
  return {
    unsent: fields.flatMap(unsentView),
    /** Once with all that have bounds, if any has. */
    bounded: bounded.length > 0 ? [bounded] : [],
    written: bounded.length > 0 ? 'bounded' : 'fields',
    schemaImports: importLines(
      '../../',
      codes.flatMap(({ schemaImport, boundedImport }) =>
        [schemaImport, boundedImport].filter((made) => made !== null),
      ),
    ),
  };
}

/** The parameter that filters by a field: text stays what it is, `null` cannot be asked for. */
function filterView(field: Field) {
  const property = propertyOf(field);
  const value = field.required ? `fields.${property}` : `fields.${property}.unwrap()`;
  return { property, schema: `${codeOf(field).parameter ?? value}.optional()` };
}

function listColumnView(field: Field) {
  const property = propertyOf(field);
  const { write } = codeOf(field);
  const name = `'${columnOf(property)}'`;
  return { property, arguments: write ? `${name}, (value: string) => ${write('value')}` : name };
}

function referenceViews({ fields }: Resource, model: Model) {
  const { spec } = model;
  return fields.flatMap((field) => {
    if (field.type !== 'reference') return [];
    const target = resourceNamed(field.resource, spec.resources);
    if (target === undefined) throw new Error(`there is no resource ${field.resource}`);
    const property = propertyOf(field);
    const guards = resourceSlots(model, target.name).targetGuards.map(({ text }) => text);
    return [{ property, table: namesOf(target).many.snake, guards }];
  });
}

/** What becomes of rows when what they refer to is deleted, and of those that refer to them. */
function removalView(
  resource: Resource,
  table: string,
  reaches: ResourceSlots['reaches'],
  model: Model,
) {
  const { resources } = model.spec;
  const isReferred = hasYielding(resource.name, resources);
  const yielding = yieldingReferences(resource).flatMap((field) =>
    resources
      .filter(({ name }) => name === field.resource)
      .map((target) => ({
        column: columnOf(propertyOf(field)),
        target: namesOf(target).many.snake,
        action: field.onDelete,
      })),
  );
  const reach = reaches.map(({ name }) => `, ${name}(caller)`).join('');
  return {
    /** Once with all of them, if there are any. */
    yielding: yielding.length > 0 ? [yielding] : [],
    removal: isReferred
      ? `removeReferred(database.kysely, '${table}', id, exact${reach})`
      : 'exact.executeTakeFirst()',
    removalImports: isReferred
      ? [
          ['data/removal.ts', 'removeReferred'] as const,
          ...reaches.map(({ from, name }) => [from, name] as const),
        ]
      : [],
  };
}

/** What an update sets: the patch as it came, or with JSON values merged into those of the row. */
function patchView(fields: readonly Field[]) {
  if (fields.every(({ type }) => type !== 'json')) return { name: 'patch', imports: [], lines: [] };
  return {
    name: 'merged',
    imports: importLines('../../', [['lib/fields/json.ts', 'mergeJson']]),
    lines: ['const merged = mergeJson(current, patch);'],
  };
}

/** Everything that the templates of one resource print. */
export function resourceView(resource: Resource, names: Names, model: Model): View {
  const { fields } = resource;
  const type = taken.has(names.one.pascal) ? `${names.one.pascal}Entity` : names.one.pascal;
  const views = fields.map((field) => fieldView(field, type));
  const listed = fields.filter((field) => isSortable(field) || isFilterable(field));
  const references = referenceViews(resource, model);
  const slots = resourceSlots(model, resource.name);
  const { removalImports, ...removal } = removalView(
    resource,
    names.many.snake,
    slots.reaches,
    model,
  );
  const isGuarded = references.length > 0;
  const guard = (row: string): string =>
    isGuarded ? `, database.kysely, references, ${row})` : '';
  return {
    type,
    article: /^[aeio]/u.test(names.one.words) ? 'an' : 'a',
    table: names.many.snake,
    fields: views,
    patch: patchView(fields),
    sortable: fields.filter(isSortable).map(propertyOf),
    filters: fields.filter(isFilterable).map(filterView),
    listColumns: listed.map(listColumnView),
    ...schemaView(fields),
    repositoryImports: importLines('../../', [
      ['data/database.ts', 'type Database'],
      ['data/listing.ts', 'applyListing'],
      ['data/listing.ts', 'commonColumns'],
      ...(listed.length > 0 ? [['data/listing.ts', 'column'] as const] : []),
      ['lib/listing.ts', 'type Listing'],
      ...fields.flatMap((field) => {
        const { readImport } = codeOf(field);
        return readImport === null ? [] : [readImport];
      }),
      ...(isGuarded ? [['data/references.ts', 'namingMissing'] as const] : []),
      ...slots.parameters.map((made) => [made.from, `type ${made.type}`] as const),
      ...slots.conditions.map(({ from, maker }) => [from, maker] as const),
      ...slots.checks.map(({ from, name }) => [from, name] as const),
      ...removalImports,
    ]),
    ...removal,
    references,
    /** A write that may refer to nothing stands between `start` and what belongs to its row. */
    guard: {
      start: isGuarded ? 'namingMissing(' : '',
      created: guard('created'),
      changed: guard('changed'),
      lists: isGuarded ? [references] : [],
    },
    sample: sampleView(resource, model),
    ...slotsView(slots),
  };
}
