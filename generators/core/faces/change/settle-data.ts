import { exitCodes, Refusal } from '../../refusal.ts';
import { readValue } from '../../spec/edit/modifiers.ts';
import { putFields } from '../../spec/edit/fields.ts';
import { printFieldWord } from '../../spec/edit/print-field-word.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Asker } from '../asker.ts';
import { keyOfFill } from '../../render/data-step.ts';
import type { Fills, Need } from '../../render/data-step.ts';
import { faultOfFill } from '../../render/fault-of-fill.ts';
import type { DataRisks } from './data-risks.ts';

const keyOf = ({ resource, field }: Need): string => keyOfFill(resource, field);

/** Whether a value is one of the field: what could be its default could stand in every row. */
function faultOfValue(spec: Spec, { resource, field }: Need, value: unknown): string | undefined {
  try {
    putFields(spec, resource, [{ ...field, default: value }]);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message.replace('.default ', ' ');
    throw error;
  }
}

const inSteps = (need: Need): string =>
  `add it as optional, fill it, then say groundwork field ${need.resource} ${printFieldWord(need.field)}`;

function refuseNeed(need: Need): Refusal {
  const { resource, field } = need;
  const fault = faultOfFill(field);
  const message =
    fault === undefined
      ? `${keyOf(need)} is required, but rows that are there have none; say what they get, groundwork field ${resource} ${printFieldWord(field, '...')}, or add it as optional.`
      : `${keyOf(need)} is required, but rows that are there have none, and it ${fault}; ${inSteps(need)}.`;
  return new Refusal(message);
}

async function askFill(spec: Spec, need: Need, asker: Asker): Promise<unknown> {
  if (faultOfFill(need.field) !== undefined) throw refuseNeed(need);
  const { type } = need.field;
  const answer = await asker.ask({
    kind: 'text',
    key: keyOf(need),
    message: `What do rows that are there get as ${keyOf(need)}?`,
    initial: '',
    faultOf: (text) => faultOfValue(spec, need, readValue(text, type)),
  });
  return readValue(String(answer), type);
}

/** What every row gets that is there already. */
async function settleNeeds(
  spec: Spec,
  needs: readonly Need[],
  given: Fills,
  asker: Asker | undefined,
): Promise<Fills> {
  const fills = new Map(given);
  for (const need of needs) {
    const key = keyOf(need);
    if (fills.has(key)) {
      const fault = faultOfFill(need.field) ?? faultOfValue(spec, need, fills.get(key));
      if (fault !== undefined) {
        throw new Refusal(`fill= of ${key} cannot be: ${fault.replace(/\.$/u, '')}.`, {
          exitCode: exitCodes.usage,
        });
      }
    } else if (asker === undefined) throw refuseNeed(need);
    else fills.set(key, await askFill(spec, need, asker));
  }
  return fills;
}

async function settleLosses(
  losses: readonly string[],
  isAllowed: boolean,
  asker: Asker | undefined,
): Promise<void> {
  if (losses.length === 0 || isAllowed) return;
  const what = losses.join('; ');
  if (asker === undefined) {
    throw new Refusal(`Data would be lost: ${what}; say --allow-data-loss to drop it.`);
  }
  const answer = await asker.ask({
    kind: 'confirm',
    key: 'losses',
    message: `Drop from every database that is migrated: ${what}?`,
    initial: false,
  });
  if (answer !== true) {
    throw new Refusal('Cancelled; nothing was written.', { exitCode: exitCodes.cancelled });
  }
}

/**
 * Asks what the data needs, or holds what was said against it.
 *
 * @param spec the next one
 * @param isAllowed whether data may be lost
 * @returns what fields get in rows that are there already
 * @throws {Refusal} when data would be lost or a value is missing, and nobody can be asked
 */
export async function settleData(
  spec: Spec,
  { losses, needs }: DataRisks,
  told: { readonly fills: Fills; readonly isAllowed: boolean; readonly asker: Asker | undefined },
): Promise<Fills> {
  const fills = await settleNeeds(spec, needs, told.fills, told.asker);
  await settleLosses(losses, told.isAllowed, told.asker);
  return fills;
}
