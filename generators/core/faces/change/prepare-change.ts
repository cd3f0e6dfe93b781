import { environment } from '../../../../templates/project/environment.ts';
import { blocking } from '../../merge/plan.ts';
import type { ChangePlan, ConflictMode } from '../../merge/plan.ts';
import type { Step } from '../../merge/step.ts';
import { loadCast } from '../../model/load.ts';
import type { Cast } from '../../model/load.ts';
import type { Fills } from '../../render/data-step.ts';
import { writeMigrations } from '../../render/migrate.ts';
import { planData } from '../../render/plan-data.ts';
import type { DataPlan } from '../../render/plan-data.ts';
import { doubtsOf } from '../../repository/doubts.ts';
import { refuseDividedData } from '../../repository/divided-data.ts';
import { findLost } from '../../repository/lost.ts';
import type { Repository } from '../../repository/open.ts';
import { planSpec } from '../../repository/plan-spec.ts';
import { recordedSpec } from '../../repository/recorded-spec.ts';
import { clock } from '../clock.ts';
import { makeSecret } from '../make-secret.ts';
import { nameMigrations } from '../name-migrations.ts';
import type { Spec } from '../../spec/spec.ts';
import type { UnitId } from '../../render/tree.ts';
import type { Edit } from './command.ts';
import { migrationsOnDisk } from './migrations-on-disk.ts';
import { notesOfData } from './data-notes.ts';
import { notesOfForks } from './forked-migrations.ts';
import { risksOf } from './data-risks.ts';
import type { DataRisks } from './data-risks.ts';
import { notesOfNames } from './name-notes.ts';
import { databaseBefore, forgetMigrations } from './restart.ts';
import { staleVariables } from './stale-variables.ts';

/** What a change would do. Nothing is written yet. */
export interface PreparedChange {
  readonly cast: Cast;
  readonly plan: ChangePlan;
  /** What the person should know of it. */
  readonly notes: readonly string[];
}

/** A change whose next project is known, and what it asks of the data. */
export interface BegunChange {
  readonly cast: Cast;
  readonly lost: ReadonlySet<UnitId>;
  /** The spec that the data have now. */
  readonly before: Spec;
  readonly data: DataPlan;
  readonly risks: DataRisks;
}

/**
 * Finds out what a project was, and what it is to become.
 *
 * @throws {Refusal} when the state of the project is damaged and nobody asked for it to be mended, or
 *   what branches did to the data does not go together
 */
export async function beginChange(
  repository: Repository,
  { spec, healing = false, restart = false }: Edit,
): Promise<BegunChange> {
  const cast = await loadCast(spec);
  const lost = await findLost(repository, cast, healing);
  const recorded = recordedSpec(repository, lost);
  const database = databaseBefore(repository.root, recorded.database, restart);
  if (!restart) refuseDividedData(repository, recorded);
  const before = { ...recorded, database };
  const data = await planData(before, cast);
  return { cast, lost, before, data, risks: risksOf(data, spec) };
}

/** What was said of the data, and of conflicts. */
export interface Settled {
  readonly fills: Fills;
  readonly conflict: ConflictMode;
}

/** A plan of which some more comes first, unless a conflict blocks all of it. */
const withSteps = (plan: ChangePlan, steps: readonly Step[]): ChangePlan => ({
  ...plan,
  changes: [...steps.flatMap(({ changes }) => changes), ...plan.changes],
  operations:
    blocking(plan).length > 0
      ? []
      : [...steps.flatMap(({ operations }) => operations), ...plan.operations],
});

/** What has to be known of files that would be gone if nobody had edited them. */
function notesOfLeftovers({ changes }: ChangePlan): readonly string[] {
  const left = changes.flatMap((change) =>
    change.action === 'keep' && change.reason === 'dropped' ? [change.path] : [],
  );
  return left.length === 0
    ? []
    : [`${left.join(', ')}: yours now, and may need what is gone. Mend or delete what stays.`];
}

/** What has to be known of another database. */
async function databaseNotes(
  root: string,
  before: Spec,
  cast: Cast,
  isRestart: boolean,
): Promise<readonly string[]> {
  const { database } = cast.model.spec;
  const stale = await staleVariables(root, before, cast);
  const moved = `no data are moved: ${database} begins with an empty database${isRestart ? ' and migrations of its own' : ''}; what ${before.database} holds stays there.`;
  if (stale.length === 0) return [moved];
  const { services, image } = cast.model;
  const passwords = services
    .filter(({ url }) => image !== null && stale.includes(url.variable))
    .map(({ password }) => password);
  const secret = passwords.length === 0 ? '' : `, with the password that ${passwords.join()} has`;
  const example = `.env keeps the lines that it has: set ${stale.join(', ')} there as .env.example shows${secret}.`;
  return [moved, example];
}

/**
 * The plan that brings the project to the edited spec.
 *
 * @throws {Refusal} when another database is chosen, and migrations were written by hand, or a migration
 *   is to follow two that branches brought
 */
export async function prepareChange(
  repository: Repository,
  { healing = false, restore = false }: Edit,
  { cast, lost, before, data }: BegunChange,
  { fills, conflict }: Settled,
): Promise<PreparedChange> {
  const { root } = repository;
  const forgotten = data.isRestart ? forgetMigrations(root, cast) : [];
  const known = migrationsOnDisk(root, cast);
  const migrations = await writeMigrations(data, cast, fills, data.isRestart ? undefined : known);
  const forks = notesOfForks(root, known, cast, migrations);
  const plan = await planSpec(repository, {
    cast,
    seeded: nameMigrations(
      migrations,
      cast.model.spec.database,
      clock(),
      [...known.values()].flat(),
    ),
    environment: environment(cast.model, makeSecret),
    conflict,
    lost,
    healing,
    restore,
  });
  const notes = [
    ...notesOfNames(before, cast.model.spec),
    ...(before.database === cast.model.spec.database
      ? notesOfData(data)
      : await databaseNotes(root, before, cast, data.isRestart)),
    ...forks,
    ...notesOfLeftovers(plan),
    ...doubtsOf(repository, lost),
  ];
  return { cast, plan: withSteps(plan, forgotten), notes };
}
