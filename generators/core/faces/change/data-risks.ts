import { dimensions } from '../../../../templates/choices.ts';
import type { Cast } from '../../model/load.ts';
import type { Column } from '../../model/table.ts';
import type { Conversion } from '../../render/conversion.ts';
import type { Alteration, DataStep, Need } from '../../render/data-step.ts';
import { nameOfStep } from '../../render/name-step.ts';
import { planData } from '../../render/plan-data.ts';
import type { Choice } from '../../spec/dimension.ts';
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
  return is === undefined ? [name] : lossOfConversion(name, conversion);
}

/** A value that rows must have, and some have not, or may not keep theirs. */
const isLacking = ({ was, is, conversion, fill }: Alteration): boolean =>
  is !== undefined &&
  is.required &&
  fill === undefined &&
  (was === undefined || !was.required || conversion.kind === 'among');

function needsOf(step: DataStep): readonly Need[] {
  if (step.kind !== 'alter' || !isLacking(step)) return [];
  const field = step.is?.field ?? null;
  return field === null ? [] : [{ resource: step.after.resource, field }];
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
export async function risksOf(before: Spec, after: Cast): Promise<DataRisks> {
  const { steps, isRestart } = await planData(before, after);
  if (isRestart) return { losses: [], needs: [] };
  const choices = steps.some(isGoodbye) ? lostChoices(before, after.model.spec) : [];
  return { losses: [...choices, ...steps.flatMap(lossesOf)], needs: steps.flatMap(needsOf) };
}
