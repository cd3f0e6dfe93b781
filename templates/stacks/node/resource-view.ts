import { hash } from 'node:crypto';
import type { Model } from '../../../generators/core/model/model.ts';
import type { View } from '../../../generators/core/model/stack.ts';
import { isFilterable, isSortable, propertyOf } from '../../../generators/core/spec/field.ts';
import type { Field, Resource } from '../../../generators/core/spec/field.ts';
import { namesOf, spell } from '../../../generators/core/spec/names.ts';
import type { Names } from '../../../generators/core/spec/names.ts';
import { codeOf } from './fields.ts';
import { sampleView } from './sample-view.ts';
import { resourceSlots } from './slots.ts';
import type { ResourceSlots } from './slots.ts';
import { slotsView } from './slots-view.ts';

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

/**
 * The column of a property: what breaks a rule is told by column, and its property is made from that,
 * so the way there must lead back (`httpURL` has no way back from `http_url`).
 */
function columnOf(property: string): string {
  const { snake } = spell(property);
  const back = snake.replaceAll(/_(.)/gu, (_, letter: string) => letter.toUpperCase());
  return back === property
    ? snake
    : property.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

function fieldView(field: Field, type: string) {
  const { schema, rowType, write, read, column: columnType } = codeOf(field);
  const property = propertyOf(field);
  const column = columnOf(property);
  const [value, cell] = [`value.${property}`, `row.${column}`];
  const declared = field.required ? schema : `${schema}.nullable()`;
  const modifiers = `${field.required ? '.notNull()' : ''}${field.unique ? '.unique()' : ''}`;
  const unlessNull = (from: string, to: string): string =>
    field.required || from === to ? to : `${from} === null ? null : ${to}`;
  const stored = rowType === 'enum' ? `NonNullable<${type}['${property}']>` : rowType;
  return {
    property,
    column,
    type: columnType,
    modified: modifiers === '' ? '' : `, (column) => column${modifiers}`,
    required: field.required,
    declaration: property === declared ? property : `${property}: ${declared}`,
    rowType: field.required ? stored : `${stored} | null`,
    write: unlessNull(value, write?.(value) ?? value),
    read: unlessNull(cell, read?.(cell) ?? cell),
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
    const target = spec.resources.find(({ name }) => name === field.resource);
    if (target === undefined) throw new Error(`there is no resource ${field.resource}`);
    const property = propertyOf(field);
    const guards = resourceSlots(model, target.name).targetGuards.map(({ text }) => text);
    const { unique } = field;
    const column = columnOf(property);
    return [{ property, column, unique, table: namesOf(target).many.snake, guards }];
  });
}

/** Names over 63 characters are refused by some databases, and cut by others. */
function shortName(name: string): string {
  if (name.length <= 63) return name;
  return `${name.slice(0, 54)}_${hash('sha256', name).slice(0, 8)}`;
}

/** What the migration makes beside columns: what a row refers to, and how rows are found. */
function keysView(
  table: string,
  references: readonly {
    readonly column: string;
    readonly table: string;
    readonly unique: boolean;
  }[],
  added: ResourceSlots['columns'],
) {
  const index = (...columns: readonly string[]) => ({
    name: shortName(`${table}_${columns.join('_')}`),
    columns,
  });
  const owners = added.map(({ name, table: target }) => ({ column: name, table: target }));
  return {
    foreignKeys: [...references, ...owners].map(({ column, table: target }) => ({
      name: shortName(`${table}_${column}_fk`),
      column,
      table: target,
    })),
    indexes: [
      // What is unique has an index already.
      ...references.filter(({ unique }) => !unique).map(({ column }) => index(column)),
      index('created_at', 'id'),
      ...owners.map(({ column }) => index(column, 'created_at', 'id')),
    ],
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
  const isGuarded = references.length > 0;
  const guard = (row: string): string =>
    isGuarded ? `, database.kysely, references, ${row})` : '';
  return {
    type,
    article: /^[aeio]/u.test(names.one.words) ? 'an' : 'a',
    table: names.many.snake,
    fields: views,
    patch: patchView(fields),
    optional: views.filter(({ required }) => !required),
    sortable: fields.filter(isSortable).map(propertyOf),
    filters: fields.filter(isFilterable).map(filterView),
    listColumns: listed.map(listColumnView),
    schemaImports: importLines(
      '../../',
      fields.flatMap((field) => {
        const { schemaImport } = codeOf(field);
        return schemaImport === null ? [] : [schemaImport];
      }),
    ),
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
    ]),
    references,
    ...keysView(names.many.snake, references, slots.columns),
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
