import type { MigrationWriter, Statements } from '../model/adapter.ts';
import type { Cast } from '../model/load.ts';
import type { Spec } from '../spec/spec.ts';
import { keyOfFill } from './data-step.ts';
import type { DataStep, Fills } from './data-step.ts';
import { renderTemplate } from './ejs.ts';
import { nameOfStep } from './name-step.ts';
import { planData } from './plan-data.ts';
import type { DataPlan } from './plan-data.ts';
import { loadFormatter } from './format.ts';
import { inWidthOf, lastOf } from './render.ts';
import { takeBack } from './take-back.ts';

/** What must happen to the data; the face gives it a time and with it a file name. */
export interface Migration {
  readonly folder: string;
  /** What follows the time stamp: `create_tasks.ts`. */
  readonly name: string;
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

/**
 * The migrations that do what a plan says. Pure; in the order of their running.
 *
 * @param fills what fields get in rows that are there already, beside their defaults
 */
export async function writeMigrations(
  { steps }: DataPlan,
  cast: Cast,
  fills: Fills = new Map(),
): Promise<Migration[]> {
  const place = lastOf(cast.stacks, (stack) => stack.migrations);
  if (place === undefined || steps.length === 0) return [];
  const [format, writer] = [
    inWidthOf(cast, await loadFormatter([place.extension])),
    writerOf(cast),
  ];
  return steps.map((each) => {
    const step = withFill(each, fills);
    const name = `${nameOfStep(step)}${place.extension}`;
    const text =
      step.kind === 'once'
        ? renderTemplate(step.template, { spec: cast.model.spec })
        : writer.print(
            statementsOf(step, writer),
            statementsOf(takeBack(step), writer),
            writer.imports,
          );
    return { folder: place.folder, name, content: format(text, name) };
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
