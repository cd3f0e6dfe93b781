import type { FieldType } from '../spec/field.ts';
import { nameOfStep } from './name-step.ts';
import type { DataStep, Need } from './data-step.ts';
import type { DataPlan } from './plan-data.ts';

/** What somebody has to agree to or to say before data change. */
export interface DataRisks {
  /** What would be gone, in words: `book.subtitle`. */
  readonly losses: readonly string[];
  readonly needs: readonly Need[];
}

type Altered = Extract<DataStep, { readonly kind: 'alter' }>;

/** What a conversion takes away from the values of a field. */
function lossOfValues({ conversion }: Altered, key: string): readonly string[] {
  switch (conversion.kind) {
    case 'cut':
      return [`what of ${key} is longer than ${conversion.length} characters`];
    case 'clamp':
      return [`what of ${key} is not between ${conversion.least} and ${conversion.most}`];
    case 'round':
      return [`what of ${key} has more than ${conversion.scale} digits behind the point`];
    case 'among':
      return [`what of ${key} is none of ${conversion.values.join(', ')}`];
    case 'keep':
    case 'read':
      return [];
  }
}

function lossesOf(step: DataStep, steps: readonly DataStep[]): readonly string[] {
  if (step.kind === 'drop') return [`every ${step.table.resource}`];
  if (step.kind === 'once') {
    const [verb, ...table] = nameOfStep(step).split('_');
    return verb === 'drop' ? [`all ${table.join(' ')}`] : [];
  }
  if (step.kind !== 'alter' || step.was === undefined) return [];
  const { was, is, after } = step;
  if (was.field === null) return is === undefined ? [`who owns each ${after.resource}`] : [];
  const key = `${after.resource}.${was.field.name}`;
  if (is !== undefined) return lossOfValues(step, key);
  const isReplaced = steps.some(
    (other) =>
      other.kind === 'alter' &&
      other.was === undefined &&
      other.after.name === after.name &&
      other.is?.name === was.name,
  );
  return [isReplaced ? `${key}, which becomes another type` : key];
}

/** Whoever says that all rows have one is believed: no value is right for several. */
const ownValues: ReadonlySet<FieldType> = new Set(['reference', 'json']);

function needsOf(step: DataStep): readonly Need[] {
  if (step.kind !== 'alter' || !step.is?.field || !step.is.required) return [];
  const { was, is, after, conversion, fill } = step;
  if (fill !== undefined) return [];
  const needs: readonly Need[] = [{ resource: after.resource, field: step.is.field }];
  if (was === undefined || conversion.kind === 'among') return needs;
  return was.required || is.unique || ownValues.has(step.is.field.type) ? [] : needs;
}

/**
 * What the way of the data asks of those who go it. A field that becomes required and whose rows each
 * need a value of their own asks for nothing: its migration fails where a row has none.
 */
export const risksOf = ({ steps }: DataPlan): DataRisks => ({
  losses: steps.flatMap((step) => lossesOf(step, steps)),
  needs: steps.flatMap(needsOf),
});
