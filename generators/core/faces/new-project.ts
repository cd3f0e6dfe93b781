import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../../../templates/project/environment.ts';
import { recover } from '../apply/recover.ts';
import { manifestPath, readState, stateFiles } from '../apply/state.ts';
import { asRefusal } from '../apply/system-error.ts';
import { applyOperations } from '../apply/transaction.ts';
import { planNew } from '../merge/plan-new.ts';
import type { Change, Plan, Wanted } from '../merge/plan.ts';
import { loadCast } from '../model/load.ts';
import type { Cast } from '../model/load.ts';
import { exitCodes, Refusal } from '../refusal.ts';
import type { Fault } from '../refusal.ts';
import { migrate } from '../render/migrate.ts';
import { render } from '../render/render.ts';
import type { Spec } from '../spec/spec.ts';
import { thisGenerator } from './generator.ts';
import { makeSecret } from './make-secret.ts';
import { nameMigrations } from './name-migrations.ts';

/** Everything that a new project is made of, the state last. */
async function wantedFiles(cast: Cast, now: Date): Promise<readonly Wanted[]> {
  const { spec } = cast.model;
  const tree = await render(cast);
  const rendered = [...tree.values()].flatMap((unit) =>
    [...unit].map(([path, { content, mode }]) => ({ path, content, mode: mode as number })),
  );
  const migrations = nameMigrations(await migrate(undefined, cast), spec.database, now);
  const secrets = {
    path: '.env',
    content: Buffer.from(environment(cast.model, makeSecret), 'utf8'),
    mode: 0o600,
  };
  const state = stateFiles(spec, tree, thisGenerator()).map(([path, content]) => ({
    path,
    content,
    mode: 0o644,
  }));
  return [...rendered, ...migrations, secrets, ...state];
}

/** A folder that can take a project: not there yet, or really a folder. */
function checkRoot(root: string): void {
  const stat = looking(root, () => lstatSync(root, { throwIfNoEntry: false }));
  if (stat !== undefined && !stat.isDirectory()) {
    throw new Refusal(`${root} is not a folder; name another.`);
  }
}

/** Looks at the disk; what the system does not let us see is told in one sentence. */
function looking<T>(root: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    throw asRefusal(error, root, 'nothing was written');
  }
}

function refuseExisting(root: string): void {
  if (!existsSync(join(root, manifestPath))) return;
  throw new Refusal(`${root} holds a Groundwork project already; name another folder.`);
}

/** What a run of `new` would do. Writes nothing. */
export interface Prepared {
  readonly cast: Cast;
  readonly plan: Plan;
}

/**
 * From a spec to the plan for an empty baseline.
 *
 * @throws {Refusal} when the folder holds a project
 */
export async function prepareNew(
  root: string,
  spec: Spec,
  options: { readonly force: boolean; readonly now: Date },
): Promise<Prepared> {
  checkRoot(root);
  refuseExisting(root);
  const cast = await loadCast(spec);
  const wanted = await wantedFiles(cast, options.now);
  return { cast, plan: looking(root, () => planNew(root, wanted, options.force)) };
}

const listed = (changes: readonly Change[]) =>
  changes.flatMap((change) =>
    change.action === 'conflict' ? [{ path: change.path, message: change.why }] : [],
  );

/** By what stands in the folder itself: one of its folders may hold thousands of files. */
function foreignFaults(foreign: readonly string[]): readonly Fault[] {
  const byEntry = Map.groupBy(foreign, (path) => path.replace(/\/.*$/su, '/'));
  return [...byEntry].map(([path, files]) => ({
    path,
    message: path.endsWith('/') ? `holds what is not ours (files: ${files.length})` : 'is not ours',
  }));
}

/**
 * Whether the plan may be carried out.
 *
 * @throws {Refusal} listing what stands in the way
 */
export function checkPlan({ root, changes, foreign }: Plan, force: boolean): void {
  const conflicts = listed(changes);
  const others = foreignFaults(foreign);
  if (conflicts.length > 0) {
    throw new Refusal(
      force
        ? `${root}: folders or links stand where files must go; move them away.`
        : `${root} holds files that would be overwritten; name an empty folder, or say --force to replace them and keep what they held beside them.`,
      { exitCode: exitCodes.conflict, faults: force ? conflicts : [...conflicts, ...others] },
    );
  }
  if (force || others.length === 0) return;
  throw new Refusal(
    `${root} holds other files; name an empty folder, or say --force to write beside them.`,
    { faults: others },
  );
}

/**
 * Finishes or drops an interrupted write, before anything else is read.
 *
 * @returns the spec of the project that the interrupted write left, if it wrote one
 */
export async function recoverNew(root: string): Promise<Spec | undefined> {
  checkRoot(root);
  return (await recover(root)) === 'finished' ? readState(root).spec : undefined;
}

/** Carries the plan out, all or nothing. */
export const applyPlan = (plan: Plan, signal?: AbortSignal): Promise<void> =>
  applyOperations(plan.root, plan.operations, signal === undefined ? {} : { signal });
