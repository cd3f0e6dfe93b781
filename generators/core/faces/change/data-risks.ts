import { dimensions } from '../../../../templates/choices.ts';
import type { Column } from '../../model/table.ts';
import type { Conversion } from '../../render/conversion.ts';
import type { DataStep, Need } from '../../render/data-step.ts';
import { faultOfFill } from '../../render/fault-of-fill.ts';
import { nameOfStep } from '../../render/name-step.ts';
import type { DataPlan } from '../../render/plan-data.ts';
import type { Choice } from '../../spec/dimension.ts';
import type { Field } from '../../spec/field.ts';
import type { Spec } from '../../spec/spec.ts';

/** What somebody has to agree to or to say before the data of a project changes. */
export interface DataRisks {
  /** What would be gone, in words: `book.subtitle`. */
  readonly losses: readonly string[];
  readonly needs: readonly Need[];
}

/** What of its values a field does not keep. */
function lossOfConversion(name: string, conversion: Conversion): readonly string[] {
  switch (conversion.kind) {
    case 'keep':
    case 'read':
      return [];
    case 'cut':
      return [`the end of each ${name} of more than ${conversion.length} characters`];
    case 'round':
      return [
        `what ${name} has behind the ${conversion.scale === 0 ? 'point' : `first ${conversion.scale} digits of its fraction`}`,
      ];
    case 'clamp':
      return [`what ${name} is beyond ${conversion.least} to ${conversion.most}, or more exact`];
    case 'among':
      return [`each ${name} that is none of ${conversion.values.join(', ')}`];
  }
}

const nameOf = (resource: string, { field }: Column): string =>
  field === null ? `whose each ${resource} is` : `${resource}.${field.name}`;

function lossesOf(step: DataStep): readonly string[] {
  if (step.kind === 'drop') return [`every ${step.table.resource}`];
  if (step.kind !== 'alter' || step.was === undefined) return [];
  const { was, is, after, conversion } = step;
  const name = nameOf(after.resource, was);
  if (is === undefined) return [name];
  const losses = lossOfConversion(name, conversion);
  return is.unique
    ? losses.map((loss) => `${loss} (where two become the same, its migration fails)`)
    : losses;
}

/**
 * Whoever says that each row has a value by now is believed where they alone can give it, and where a
 * row has none its migration fails.
 */
const hasOwnValues = (field: Field): boolean => faultOfFill(field) !== undefined;

/** A value that rows must have, and some have not, or may not keep theirs. */
function needsOf(step: DataStep): readonly Need[] {
  if (step.kind !== 'alter' || step.fill !== undefined || !step.is?.field) return [];
  const { was, after, conversion } = step;
  const { field, required } = step.is;
  const isLacking =
    was === undefined || conversion.kind === 'among' || (!was.required && !hasOwnValues(field));
  return required && isLacking ? [{ resource: after.resource, field }] : [];
}

/** Choices that keep data of their own, and are chosen no longer. */
const lostChoices = (before: Spec, after: Spec): readonly string[] =>
  dimensions.flatMap(({ id, choices }) => {
    if (before[id] === after[id]) return [];
    const was: Choice | undefined = choices.find((choice) => choice.id === before[id]);
    return was?.reserves === undefined ? [] : [`what ${id}=${was.id} keeps (${was.label})`];
  });

const isGoodbye = (step: DataStep): boolean =>
  step.kind === 'once' && nameOfStep(step).startsWith('drop_');

/** What the way from one spec to another asks of the data. A new database is empty: nothing. */
export function risksOf({ before, steps }: DataPlan, after: Spec): DataRisks {
  if (before === undefined) return { losses: [], needs: [] };
  const choices = steps.some(isGoodbye) ? lostChoices(before.model.spec, after) : [];
  return { losses: [...choices, ...steps.flatMap(lossesOf)], needs: steps.flatMap(needsOf) };
}
