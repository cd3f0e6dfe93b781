import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baselinePath } from '../apply/baseline.ts';
import { unitsOf } from '../apply/inputs.ts';
import { standsAt } from '../merge/disk.ts';
import type { Cast } from '../model/load.ts';
import { Refusal } from '../refusal.ts';
import { render } from '../render/render.ts';
import type { UnitId, UnitTree } from '../render/tree.ts';
import type { Repository } from './open.ts';

/** Whether something on the disk is just as it is generated: then the unit was written before. */
const isOnDisk = (root: string, files: UnitTree): boolean =>
  [...files].some(
    // What is written once stays when the rest of its unit goes.
    ([path, { content, owner }]) =>
      owner !== 'seeded' &&
      standsAt(root, path) === 'file' &&
      readFileSync(join(root, path)).equals(content),
  );

export function isReadable({ baselines }: Repository, unit: UnitId): boolean {
  try {
    baselines.read(unit);
    return true;
  } catch {
    return false;
  }
}

/**
 * The units that were written, as their files show, but whose baselines are missing or damaged; also
 * those that are no longer in the spec.
 *
 * @param healing looks into every baseline; otherwise a lost one is refused
 * @throws {Refusal} when a baseline is lost and nobody asked for healing
 */
export async function findLost(
  repository: Repository,
  cast: Cast,
  healing: boolean,
): Promise<ReadonlySet<UnitId>> {
  const { root, baselines } = repository;
  const units = unitsOf(cast.model.spec);
  const headless = units.filter((unit) => !baselines.heads.has(unit));
  const damaged = headless.filter(
    (unit) => unit === 'project' || baselines.damaged.has(baselinePath(unit)),
  );
  const missing = new Set(headless.filter((unit) => !damaged.includes(unit)));
  const written = [...(await render(cast, missing))].filter(([, files]) => isOnDisk(root, files));
  const lost = [...damaged, ...written.map(([unit]) => unit)];
  if (healing) {
    const unreadable = [...baselines.heads.keys()].filter((unit) => !isReadable(repository, unit));
    return new Set([...lost, ...unreadable]);
  }
  const [first] = lost;
  if (first === undefined) return new Set();
  throw new Refusal(
    `${baselinePath(first)} is missing or damaged; take it back from git, or run groundwork apply.`,
  );
}
