import type { Column } from '../../model/table.ts';
import type { DataStep } from '../../render/data-step.ts';
import { faultOfFill } from '../../render/fault-of-fill.ts';
import type { DataPlan } from '../../render/plan-data.ts';

/** What rows would have to be like for a migration to stop: from here, nobody sees them. */
function obstaclesOf(was: Column, is: Column): readonly string[] {
  const isLacking = is.required && !was.required && is.field && faultOfFill(is.field) !== undefined;
  return [
    ...(isLacking ? ['is missing'] : []),
    ...(is.unique && !was.unique ? ['is the same twice'] : []),
  ];
}

function notesOfStep(step: DataStep): readonly string[] {
  if (step.kind !== 'alter' || step.is === undefined) return [];
  const { was, is, after } = step;
  if (was === undefined) return is.note === null ? [] : [is.note];
  const name = `${after.resource}.${is.field?.name}`;
  return obstaclesOf(was, is).map((obstacle) => `the migration fails where ${name} ${obstacle}.`);
}

/** What has to be known of the rows that are there when the migrations run. */
export const notesOfData = ({ before, steps }: DataPlan): readonly string[] =>
  before === undefined ? [] : [...new Set(steps.flatMap(notesOfStep))];
