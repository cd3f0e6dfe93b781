import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { baselinePath } from '../apply/baseline.ts';
import { inputsOf } from '../apply/inputs.ts';
import { manifestPath, partsOf, resourcePath, schemaFile, schemaPath } from '../apply/state.ts';
import { isAsGenerated } from '../merge/as-generated.ts';
import { heldAt, standsAt } from '../merge/disk.ts';
import { inTheWay } from '../merge/step.ts';
import { loadStyle } from '../merge/style.ts';
import type { Style } from '../merge/style.ts';
import { isUntouched } from '../merge/untouched.ts';
import { Refusal } from '../refusal.ts';
import type { TreeFile, UnitId } from '../render/tree.ts';
import type { Spec } from '../spec/spec.ts';
import { dividedData } from './divided-data.ts';
import { isSameGenerator } from './generator.ts';
import { migrationEdits } from './migration-edits.ts';
import type { Repository } from './open.ts';
import { otherDatabases } from './other-databases.ts';
import { recordedSpec } from './recorded-spec.ts';

/** Something that is not as the last command left it, though it should be. */
export interface Drift {
  readonly path: string;
  /**
   * `spec`: what it says is not applied. `managed`: a file that is kept as generated is edited or
   * missing. `markers`: a conflict is not resolved. `state`: damaged. `data`: migrations that do
   * not go together.
   */
  readonly kind: 'spec' | 'managed' | 'markers' | 'state' | 'data';
  readonly why: string;
}

/** What differs from what was generated, in the order of the paths. */
export interface Check {
  readonly drift: readonly Drift[];
  /**
   * Files of the team's own that were generated once and then edited, if only by formatting them, or
   * deleted: no drift.
   */
  readonly edited: readonly string[];
  readonly deleted: readonly string[];
}

const specPath = (unit: UnitId): string =>
  unit === 'project' ? manifestPath : resourcePath(unit.slice('resources/'.length));

const spec = (unit: UnitId, why: string): Drift => ({ path: specPath(unit), kind: 'spec', why });

const state = (path: string, why: string): Drift => ({ path, kind: 'state', why });

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** What is wrong, without the sentence for those who do not list it. */
const reasonOf = (error: unknown): string =>
  messageOf(error instanceof Refusal ? error.cause : error);

/** A repository unit by unit, each as far as it can be read. */
function readUnits({ baselines }: Repository) {
  const units = new Map<UnitId, ReturnType<typeof baselines.read>>();
  const damaged = [...baselines.damaged].map(([path, why]) => state(path, `is damaged: ${why}`));
  for (const unit of baselines.heads.keys()) {
    try {
      units.set(unit, baselines.read(unit));
    } catch (error) {
      damaged.push(state(baselinePath(unit), `is damaged: ${reasonOf(error)}`));
    }
  }
  return { units, damaged };
}

type Units = ReturnType<typeof readUnits>['units'];

/** What was applied, as far as it can be read. */
function appliedSpec(repository: Repository, units: Units): Spec {
  const { heads } = repository.baselines;
  const named = inputsOf(repository.spec, repository.recorded).keys();
  const unread = [...named, ...heads.keys()].filter((unit) => !units.has(unit));
  const lost = new Set(unread.filter((unit) => unit === 'project' || heads.has(unit)));
  return recordedSpec(repository, lost);
}

/** Where the spec says other than what was applied. */
function specDrift(repository: Repository, units: Units, before: Spec): readonly Drift[] {
  const { baselines } = repository;
  const inputs = inputsOf(repository.spec, repository.recorded);
  const parts = partsOf(repository.spec);
  const drift: Drift[] = [];
  for (const unit of inputs.keys()) {
    const isDamaged = baselines.damaged.has(baselinePath(unit));
    if (isDamaged || baselines.heads.has(unit)) continue;
    drift.push(
      unit === 'project'
        ? state(baselinePath(unit), 'is missing')
        : spec(unit, 'is not applied, or its baseline is missing'),
    );
  }
  const applied = partsOf(before);
  for (const unit of units.keys()) {
    if (!inputs.has(unit))
      drift.push(spec(unit, 'is missing, but what it describes is still there'));
    else if (!isDeepStrictEqual(applied.get(unit), parts.get(unit))) {
      drift.push(spec(unit, 'was edited and is not applied'));
    }
  }
  // Another generator may have counted other inputs.
  const isOther = !isSameGenerator(repository.recorded, repository.installed);
  if (isOther || drift.some(({ kind }) => kind === 'spec')) return drift;
  const wrong = [...units.keys()].filter((unit) => units.get(unit)?.inputs !== inputs.get(unit));
  return [
    ...drift,
    ...wrong.map((unit) => state(baselinePath(unit), 'does not belong to the spec')),
  ];
}

function schemaDrift({ root, recorded, installed }: Repository): readonly Drift[] {
  if (!existsSync(join(root, schemaPath))) return [state(schemaPath, 'is missing')];
  // Another generator may have written another one.
  if (!isSameGenerator(recorded, installed)) return [];
  const isRight = readFileSync(join(root, schemaPath)).equals(schemaFile()[1]);
  return isRight ? [] : [state(schemaPath, 'was edited')];
}

function dataDrift(repository: Repository, applied: Spec): readonly Drift[] {
  const { database } = applied;
  const others = otherDatabases(repository.root, database).map((other) => ({
    path: other.path,
    message: `is of ${other.database}, and the project on ${database}`,
  }));
  // Whose database is another one is begun anew, with all that else is divided.
  const divided = others.length > 0 ? [] : dividedData(repository, applied);
  return [...others, ...divided].map(({ path, message }) => ({ path, kind: 'data', why: message }));
}

const runs = 0o111;

const reasons = {
  deleted: 'is missing, though it is kept as generated',
  edited: 'was edited, though it is kept as generated',
  'in the way': inTheWay,
  executable: 'is executable, though it is kept as generated',
  'not executable': 'is not executable, though it is kept as generated',
} as const;

/** What the team did to a file; `undefined` for nothing. */
async function editOf(
  root: string,
  path: string,
  file: TreeFile,
  style: Style,
): Promise<keyof typeof reasons | undefined> {
  const stands = standsAt(root, path);
  if (stands === 'nothing') return 'deleted';
  if (stands === 'other') return 'in the way';
  const { content, mode } = heldAt(root, path);
  // A thousand files of the team are not formatted for a list that is no drift.
  const isUnedited =
    file.owner === 'managed'
      ? await isAsGenerated(path, file.content, content, style)
      : isUntouched(path, file.content, content);
  if (!isUnedited) return 'edited';
  const isExecutable = (mode & runs) !== 0;
  if (isExecutable === ((file.mode & runs) !== 0)) return undefined;
  return isExecutable ? 'executable' : 'not executable';
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }) =>
  a.path < b.path ? -1 : 1;

/** Compares a repository with what was generated. Reads all of it, writes nothing. */
export async function checkRepository(repository: Repository): Promise<Check> {
  const { root, pending } = repository;
  const { units, damaged } = readUnits(repository);
  const before = appliedSpec(repository, units);
  const managed: Drift[] = [];
  const migrations = await migrationEdits(repository);
  const edited = [...migrations.edited];
  const deleted = [...migrations.deleted];
  const style = loadStyle(root, units.get('project')?.files);
  for (const { files } of units.values()) {
    for (const [path, file] of files) {
      const edit = await editOf(root, path, file, style);
      if (edit === undefined) continue;
      if (file.owner === 'managed') managed.push({ path, kind: 'managed', why: reasons[edit] });
      else (edit === 'deleted' ? deleted : edited).push(path);
    }
  }
  const markers = pending.map(
    (path) => ({ path, kind: 'markers', why: 'holds conflict markers' }) as const,
  );
  const drift = [
    ...specDrift(repository, units, before),
    ...damaged,
    ...schemaDrift(repository),
    ...dataDrift(repository, before),
    ...managed,
    ...markers,
  ];
  return { drift: drift.toSorted(byPath), edited: edited.toSorted(), deleted: deleted.toSorted() };
}
