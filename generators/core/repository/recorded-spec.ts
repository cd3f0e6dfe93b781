import { basename } from 'node:path';
import { inputsOf } from '../apply/inputs.ts';
import { recordFolder } from '../apply/migration-record.ts';
import { partsOf } from '../apply/state.ts';
import { filesBelow } from '../merge/disk.ts';
import { isTakenAway } from '../render/name-step.ts';
import type { UnitId } from '../render/tree.ts';
import type { Resource } from '../spec/field.ts';
import { spell } from '../spec/names.ts';
import { parseSpec } from '../spec/parse.ts';
import type { Spec } from '../spec/spec.ts';
import { fillIn } from './fill-in.ts';
import { isSameGenerator } from './generator.ts';
import type { Repository } from './open.ts';
import { unitedPart } from './united-part.ts';

/** Whether the last migration about a field takes it away. */
const takenIn = (root: string) => (name: string, plural: string) => {
  const migrations = filesBelow(root, recordFolder).map((path) => basename(path));
  return isTakenAway(migrations, { column: spell(name).snake, table: spell(plural).snake });
};

/**
 * The spec that was last applied: what migrations start from. Of units whose inputs are still those
 * of their baselines it is the spec on the disk; only the other baselines are unpacked. Of two that
 * git merged it is what both branches applied. A resource without a baseline was never applied.
 *
 * @param lost units whose baselines cannot be read: they count as applied as they stand in the spec,
 *   and `doubtsOf` says so
 * @throws {Refusal} when a baseline that is needed is damaged
 */
export function recordedSpec(
  { root, spec, recorded, installed, baselines }: Repository,
  lost: ReadonlySet<UnitId> = new Set(),
): Spec {
  const inputs = inputsOf(spec, recorded);
  const parts = partsOf(spec);
  const partAt = (unit: UnitId): object | undefined => {
    if (lost.has(unit)) return parts.get(unit);
    const head = baselines.heads.get(unit);
    if (head === undefined) return undefined;
    // Another generator may have counted other inputs.
    const isApplied = isSameGenerator(recorded, installed) && head.inputs === inputs.get(unit);
    if (isApplied) return parts.get(unit);
    return unitedPart(baselines.read(unit).parts, parts.get(unit), takenIn(root));
  };
  const units = new Set([...parts.keys(), ...baselines.heads.keys()]);
  units.delete('project');
  const choices = partAt('project') ?? parts.get('project') ?? {};
  const resources = [...units].flatMap((unit) => partAt(unit) ?? []) as readonly Resource[];
  const sorted = resources.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  // What another generator wrote was valid for that one, and is put into today's words.
  if (!isSameGenerator(recorded, installed)) return parseSpec({ ...fillIn(choices), resources });
  return { ...(choices as Omit<Spec, 'resources'>), resources: sorted };
}
