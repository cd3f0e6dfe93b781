import type { MigrationSetting, MigrationWriter, Statements } from '../model/adapter.ts';
import type { Cast } from '../model/load.ts';
import type { Spec } from '../spec/spec.ts';
import { folderFor, tableIn } from '../model/migration-place.ts';
import type { MigrationPlace } from '../model/migration-place.ts';
import { keyOfFill } from './data-step.ts';
import type { DataStep, Fills } from './data-step.ts';
import { renderTemplate } from './ejs.ts';
import { nameOfStep } from './name-step.ts';
import { planData } from './plan-data.ts';
import type { DataPlan } from './plan-data.ts';
import { loadFormatter } from './format.ts';
import { inWidthOf, lastOf } from './render.ts';
import { takeBack } from './take-back.ts';

/** What must happen to the data. */
export interface Migration {
  readonly folder: string;
  /** `create_tasks.ts`, before which the face puts the time; or the whole name, with its number. */
  readonly name: string;
  readonly named: MigrationPlace['named'];
  /** Whether it does for every database. */
  readonly portable: boolean;
  readonly content: string;
}

function writerOf(cast: Cast): MigrationWriter {
  const parts = cast.folders.map(({ adapter }) => adapter.migrations ?? {});
  const writer = Object.assign({ imports: {} }, ...parts) as Partial<MigrationWriter>;
  for (const part of ['createTable', 'dropTable', 'alterTable', 'print'] as const) {
    if (writer[part] === undefined) throw new Error(`no adapter writes migrations: ${part}`);
  }
  return writer as MigrationWriter;
}

function statementsOf(step: DataStep, writer: MigrationWriter): Statements {
  switch (step.kind) {
    case 'create':
      return writer.createTable(step.table);
    case 'drop':
      return writer.dropTable(step.table);
    case 'alter':
      return writer.alterTable(step);
    case 'once':
      return [];
  }
}

/** A step in which rows get what somebody said, in place of the default of the field. */
function withFill(step: DataStep, fills: Fills): DataStep {
  if (step.kind !== 'alter' || !step.is?.field) return step;
  const fill = fills.get(keyOfFill(step.after.resource, step.is.field));
  // A field that is new and need not be there stays empty.
  return fill === undefined || (step.was === undefined && !step.is.required)
    ? step
    : { ...step, fill };
}

/** The names of the migrations that are there already, by their folders. */
export type Known = ReadonlyMap<string, readonly string[]>;

const tableOf = (step: DataStep): string => {
  if (step.kind === 'alter') return step.after.name;
  return step.kind === 'once' ? nameOfStep(step).replace(/^[a-z]+_/u, '') : step.table.name;
};

const withoutEnding = (name: string): string => name.replace(/\.\w+$/u, '');

/** Gives migrations their names one after the other, and tells which one was the last. */
function namesAfter(place: MigrationPlace, known: Known) {
  const last = new Map(
    [...known].flatMap(([folder, names]) => {
      const name = names
        .filter((each) => /^\d/u.test(each))
        .toSorted()
        .at(-1);
      return name === undefined ? [] : [[folder, withoutEnding(name)] as const];
    }),
  );
  const nameIn = (folder: string, step: string): string => {
    const before = last.get(folder);
    const number = Number(/^\d+/u.exec(before ?? '0')?.[0]) + 1;
    const name = `${String(number).padStart(4, '0')}_${before === undefined ? 'initial' : step}`;
    last.set(folder, name);
    return name;
  };
  return {
    lastOf: (table: string) => last.get(folderFor(place, table)),
    all: (): readonly string[] =>
      [...last.keys()].flatMap((folder) => tableIn(place, folder) ?? []),
    name: (folder: string, step: string) =>
      place.named === 'by-time' ? step : nameIn(folder, step),
  };
}

/** What a template reads: the last migrations about its own table, and about all others. */
function afterOf({ table, others, ...setting }: MigrationSetting) {
  const lastOfAll = (tables: readonly string[]) =>
    [...new Set(tables)].flatMap((name) => {
      const last = setting.lastOf(name);
      return last === undefined ? [] : [{ table: name, last }];
    });
  return { own: lastOfAll([table]), others: lastOfAll(others) };
}

/**
 * The migrations that do what a plan says. Pure; in the order of their running.
 *
 * @param fills what fields get in rows that are there already, beside their defaults
 * @param known what those that have numbers come after
 */
export async function writeMigrations(
  { steps }: DataPlan,
  cast: Cast,
  fills: Fills = new Map(),
  known: Known = new Map(),
): Promise<Migration[]> {
  const place = lastOf(cast.stacks, (stack) => stack.migrations);
  if (place === undefined || steps.length === 0) return [];
  const [format, writer] = [
    inWidthOf(cast, await loadFormatter([place.extension])),
    writerOf(cast),
  ];
  const names = namesAfter(place, known);
  return steps.map((each) => {
    const step = withFill(each, fills);
    const table = tableOf(step);
    const folder = folderFor(place, table);
    const others = names.all().filter((other) => other !== table);
    const setting: MigrationSetting = { table, lastOf: names.lastOf, others };
    const text =
      step.kind === 'once'
        ? renderTemplate(step.template, { spec: cast.model.spec, ...afterOf(setting) })
        : writer.print(
            statementsOf(step, writer),
            statementsOf(takeBack(step), writer),
            writer.imports,
            setting,
          );
    const name = `${names.name(folder, nameOfStep(step))}${place.extension}`;
    const { named, portable = false } = place;
    return { folder, name, named, portable, content: format(text, name) };
  });
}

/**
 * The migrations that lead from one spec's data to another's. Pure; in the order of their running.
 *
 * @param before what the data were kept for; `undefined` for a new project. Where the database is
 *   another one, the migrations are those of a new project: `planData` tells
 */
export const migrate = async (
  before: Spec | undefined,
  cast: Cast,
  fills?: Fills,
): Promise<Migration[]> => writeMigrations(await planData(before, cast), cast, fills);
