import type { MigrationSetting, MigrationWriter } from '../../../generators/core/model/adapter.ts';
import type { Code } from '../../../generators/core/model/code.ts';
import type { Column, Table } from '../../../generators/core/model/table.ts';
import type { Alteration } from '../../../generators/core/render/data-step.ts';
import { spell } from '../../../generators/core/spec/names.ts';
import { changedValues, spelledValues } from './changing-values.ts';
import type { ChangedValues } from './changing-values.ts';
import { definitionOf, importedBy, inMigrations } from './field-code.ts';
import { call, indented, lineWidth, list, listOfTexts, mapping } from './literals.ts';
import { indexesOf } from './table.ts';

/** What a statement needs of other apps, among what it imports. */
const refersTo = 'app ';

/** What has to run behind whatever may have referred to it, among what it imports. */
const last = 'last';

/** Modules, in the groups and in the order in which Python's formatters sort them. */
const modules: readonly (readonly (readonly [name: string, line: string])[])[] = [
  ['datetime', 'decimal', 'uuid'].map((module) => [module, `import ${module}`] as const),
  [
    ['validators', 'import django.core.validators'],
    ['actions', 'import django.db.models.deletion'],
    ['models', 'from django.db import migrations, models'],
    ...['Cast, Round', 'Left, RTrim', 'Round'].map(
      (names) => [`functions ${names}`, `from django.db.models.functions import ${names}`] as const,
    ),
  ],
  [
    ['clock', 'import common.clock'],
    ['ids', 'import common.ids'],
  ],
];

const migrationsAlone = 'from django.db import migrations';

const statement = (text: string, imported: readonly string[]): Code => ({ text, imported });

/** The columns that no field is have what `table.ts` and the adapters wrote there. */
const inOwnWords = { actions: 'deletion.', clock: '.clock.', ids: '.ids.' };

function importsOf({ field, type, reference }: Column): readonly string[] {
  const imported =
    field === null
      ? Object.entries(inOwnWords).flatMap(([name, word]) => (type.includes(word) ? [name] : []))
      : importedBy(field);
  return ['models', ...imported, ...(reference === null ? [] : [refersTo + reference.table])];
}

const modelOf = ({ resource }: Table): string => `model_name="${resource.toLowerCase()}"`;

function addIndex(table: Table, { name, columns }: ReturnType<typeof indexesOf>[number]): Code {
  const index = call('models.Index', [`fields=${listOfTexts(columns)}`, `name="${name}"`]);
  return statement(call('migrations.AddIndex', [modelOf(table), `index=${index}`]), ['models']);
}

function createTable(table: Table): readonly Code[] {
  const { columns, resource, name } = table;
  const fields = columns.map((column) => call('', [`"${column.name}"`, column.type]));
  const model = call('migrations.CreateModel', [
    `name="${spell(resource).pascal}"`,
    `fields=${list(fields)}`,
    `options=${mapping([`"db_table": "${name}"`])}`,
  ]);
  return [
    statement(model, columns.flatMap(importsOf)),
    ...indexesOf(table).map((index) => addIndex(table, index)),
  ];
}

/** The app stays for the sake of its migrations: see `config/apps.py` of the project. */
const dropTable = ({ resource }: Table): readonly Code[] => [
  statement(call('migrations.DeleteModel', [`name="${spell(resource).pascal}"`]), [last]),
];

/** The declaration of a column, with what rows get that have no value. */
function declared({ type, field }: Column, fill: unknown): readonly string[] {
  if (fill === undefined || field === null || field.type === 'reference') return [`field=${type}`];
  const filled = definitionOf({ ...field, default: fill } as typeof field, undefined, inMigrations);
  const isOwn = 'default' in field && field.default === fill;
  return [`field=${filled}`, ...(isOwn ? [] : ['preserve_default=False'])];
}

/** One operation of a migration, and the function that it calls. */
interface Operation extends Code {
  readonly definition?: string;
}

const running = ({ name, definition, imports }: ChangedValues): Operation => {
  const text = call('migrations.RunPython', [name, 'migrations.RunPython.noop']);
  return { ...statement(text, imports), definition };
};

/** What must happen to values first. */
function changeOf(alteration: Alteration): readonly Operation[] {
  const change = changedValues(alteration);
  return change === undefined ? [] : [running(change)];
}

/** The longest text that no field of characters made: a UUID. */
const longestSpelled = 36;

/** The column as text as long as it must be, and values spelled as such, before rows get others. */
function spelledFirst(alteration: Alteration): readonly Operation[] {
  const { after, was, is } = alteration;
  const spelled = spelledValues(alteration);
  if (spelled === undefined || !was || !is?.field || !('maxLength' in is.field)) return [];
  const maxLength = Math.max(longestSpelled, is.field.maxLength);
  const text = { ...is.field, maxLength, required: was.required };
  const field = `field=${definitionOf(text, undefined, inMigrations)}`;
  const words = [modelOf(after), `name="${is.name}"`, field];
  return [statement(call('migrations.AlterField', words), importsOf(is)), running(spelled)];
}

/** Values may only go once their column can be without. */
function nullableFirst({ after, was, is, conversion, fill }: Alteration): readonly Operation[] {
  if (conversion.kind !== 'among' || fill !== undefined || !was?.required || !was.field) return [];
  const nullable = definitionOf({ ...was.field, required: false }, undefined, inMigrations);
  const words = [modelOf(after), `name="${is?.name}"`, `field=${nullable}`];
  return [statement(call('migrations.AlterField', words), importsOf(was))];
}

function alterTable(alteration: Alteration): readonly Operation[] {
  const { after, was, is, fill } = alteration;
  const model = modelOf(after);
  if (is === undefined) {
    const gone = was?.indexes ?? [];
    const field = [model, `name="${was?.name ?? ''}"`];
    return [
      ...gone.map(({ name }) =>
        statement(call('migrations.RemoveIndex', [model, `name="${name}"`]), []),
      ),
      statement(call('migrations.RemoveField', field), []),
    ];
  }
  const operation = was === undefined ? 'AddField' : 'AlterField';
  const isNeeded = was === undefined || !was.required;
  const words = [
    model,
    `name="${is.name}"`,
    ...declared(is, isNeeded && is.required ? fill : undefined),
  ];
  const imported = [...importsOf(is), ...(fill === undefined ? [] : fillImports(is))];
  const change = statement(call(`migrations.${operation}`, words), imported);
  const spelled = spelledFirst(alteration);
  return [
    ...nullableFirst(alteration),
    ...spelled,
    ...changeOf(alteration),
    // Often it is text that any of them can be already.
    ...(spelled.some(({ text }) => text === change.text) ? [] : [change]),
    ...is.indexes
      .filter(({ name }) => !was?.indexes.some((index) => index.name === name))
      .map((index) => addIndex(after, index)),
  ];
}

/** A value that is put in may be of a class that the field alone does not name. */
const fillImports = ({ field }: Column): readonly string[] =>
  field === null ? [] : importedBy({ ...field, default: '' } as typeof field);

function importLines(used: ReadonlySet<string>): string {
  const groups = modules.map((group) =>
    group.flatMap(([name, line]) => {
      if (used.has(name)) return [line];
      return name === 'models' ? [migrationsAlone] : [];
    }),
  );
  return groups
    .filter((group) => group.length > 0)
    .map((group) => group.join('\n'))
    .join('\n\n');
}

/** On one line where that is long enough, as formatters have it. */
function pairOf(app: string, name: string): string {
  const [one, other] = [`"${app}"`, `"${name}"`];
  const line = `(${one}, ${other})`;
  return `        ${line},`.length > lineWidth ? call('', [one, other]) : line;
}

/** The migrations that must have run before this one. */
function dependencies(
  used: ReadonlySet<string>,
  { table, lastOf, others: all }: MigrationSetting,
): readonly string[] {
  const others = [...used]
    .flatMap((name) => (name.startsWith(refersTo) ? [name.slice(refersTo.length)] : []))
    .concat(used.has(last) ? all : [])
    .filter((app) => app !== table);
  return [table, ...[...new Set(others)].toSorted()].flatMap((app) => {
    const name = lastOf(app);
    return name === undefined ? [] : [pairOf(app, name)];
  });
}

const print: MigrationWriter['print'] = (up, _down, _imports, setting) => {
  const used = new Set(up.flatMap(({ imported }) => imported));
  // Statements come back as `alterTable` made them.
  const operations: readonly Operation[] = up;
  const definitions = operations.flatMap(({ definition }) =>
    definition === undefined ? [] : [`\n\n${definition}`],
  );
  const initial = setting.lastOf(setting.table) === undefined ? '    initial = True\n\n' : '';
  return `${importLines(used)}
${definitions.join('')}

class Migration(migrations.Migration):
${initial}    dependencies = ${indented(list(dependencies(used, setting)), 4)}

    operations = ${indented(list(up.map(({ text }) => text)), 4)}
`;
};

/** How Django's migrations are written; it takes them back by itself. */
export const migrations = { createTable, dropTable, alterTable, print };
