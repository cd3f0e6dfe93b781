import type { Column } from '../../model/table.ts';
import type { DataStep } from '../../render/data-step.ts';
import type { DataPlan } from '../../render/plan-data.ts';

/** When a migration stops, and nothing is lost: what rows must be like, nobody can tell from here. */
function conditionsOf(was: Column, is: Column, fill: unknown): readonly string[] {
  return [
    ...(is.required && !was.required && fill === undefined ? ['is missing'] : []),
    ...(is.unique && !was.unique ? ['is there twice'] : []),
  ];
}

function notesOfStep(step: DataStep): readonly string[] {
  if (step.kind !== 'alter' || step.is === undefined) return [];
  const { was, is, after, fill } = step;
  if (was === undefined) return is.note === null ? [] : [is.note];
  const name = `${after.resource}.${is.field?.name}`;
  return conditionsOf(was, is, fill).map(
    (condition) => `the migration fails where ${name} ${condition}.`,
  );
}

/** What has to be known of the rows that are there when the migrations run. */
export const notesOfData = ({ before, steps }: DataPlan): readonly string[] =>
  before === undefined ? [] : [...new Set(steps.flatMap(notesOfStep))];
