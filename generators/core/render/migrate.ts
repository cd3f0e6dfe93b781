import type { MigrationWriter, Statements } from '../model/adapter.ts';
import type { Cast } from '../model/load.ts';
import type { Spec } from '../spec/spec.ts';
import type { DataStep, Fills } from './data-step.ts';
import { renderTemplate } from './ejs.ts';
import { nameOfStep } from './name-step.ts';
import { planData } from './plan-data.ts';
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

/**
 * The migrations that lead from one spec's data to another's. Pure; in the order of their running.
 *
 * @param before what the data were kept for; `undefined` for a new project. Where the database is
 *   another one, the migrations are those of a new project: `planData` tells
 * @param fills what fields get in rows that are there already, beside their defaults
 */
export async function migrate(
  before: Spec | undefined,
  cast: Cast,
  fills?: Fills,
): Promise<Migration[]> {
  const place = lastOf(cast.stacks, (stack) => stack.migrations);
  if (place === undefined) return [];
  const { steps } = await planData(before, cast, fills);
  if (steps.length === 0) return [];
  const [format, writer] = [inWidthOf(cast, await loadFormatter()), writerOf(cast)];
  return steps.map((step) => {
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
