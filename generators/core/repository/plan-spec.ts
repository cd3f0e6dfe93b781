import { inputsOf } from '../apply/inputs.ts';
import { planEnvironment, envExamplePath } from '../merge/env-file.ts';
import type { Manner } from '../merge/manner.ts';
import type { UnitChange } from '../merge/match.ts';
import { blocking } from '../merge/plan.ts';
import type { ChangePlan, ConflictMode, Wanted } from '../merge/plan.ts';
import { planUnits } from '../merge/plan-change.ts';
import { planUnknown } from '../merge/plan-new.ts';
import { loadStyle } from '../merge/style.ts';
import { textOf } from '../merge/text-file.ts';
import type { Cast } from '../model/load.ts';
import { render } from '../render/render.ts';
import type { Tree, UnitId, UnitTree } from '../render/tree.ts';
import type { Repository } from './open.ts';
import { planState } from './plan-state.ts';

/** What a repository is to become, and how. */
export interface SpecChange {
  /** Of the next spec. */
  readonly cast: Cast;
  /** What is written once beside the tree: migrations. */
  readonly seeded: readonly Wanted[];
  /** `.env` as it would be made today; of it only variables that lack are taken: see `restore`. */
  readonly environment: string;
  readonly conflict: ConflictMode;
  /** As `findRoot` found them. */
  readonly lost: ReadonlySet<UnitId>;
  /** Whether the state is put right: `apply` and `upgrade`. */
  readonly healing: boolean;
  /**
   * `apply`: managed files become what is generated, whatever was edited in them, and `.env` gets all
   * that it lacks.
   */
  readonly restore?: boolean;
}

/** The units that must be rendered: those whose inputs are not the ones that they were made from. */
function changedUnits(
  { baselines, installed }: Repository,
  { cast, lost, restore = false }: SpecChange,
): ReadonlySet<UnitId> {
  const changed = [...inputsOf(cast.model.spec, installed)].filter(
    ([unit, inputs]) => restore || lost.has(unit) || baselines.heads.get(unit)?.inputs !== inputs,
  );
  return new Set(changed.map(([unit]) => unit));
}

function unitChanges(
  repository: Repository,
  { cast, lost }: SpecChange,
  tree: Tree,
): readonly UnitChange[] {
  const { baselines, installed } = repository;
  const baseOf = (unit: UnitId): UnitTree | undefined =>
    baselines.heads.has(unit) && !lost.has(unit) ? baselines.read(unit).files : undefined;
  const names = inputsOf(cast.model.spec, installed);
  const gone = [...baselines.heads.keys()].filter((unit) => !names.has(unit) && !lost.has(unit));
  return [
    ...[...tree].map(([unit, next]) => ({ unit, base: baseOf(unit), next })),
    ...gone.map((unit) => ({ unit, base: baseOf(unit), next: undefined })),
  ];
}

function mannerOf(repository: Repository, change: SpecChange, tree: Tree): Manner {
  const { root, baselines } = repository;
  const known = !change.lost.has('project') && baselines.heads.has('project');
  const project = known && tree.size > 0 ? baselines.read('project').files : tree.get('project');
  const lost = new Set([...change.lost].flatMap((unit) => [...(tree.get(unit)?.keys() ?? [])]));
  return {
    root,
    conflict: change.conflict,
    restore: change.restore ?? false,
    style: loadStyle(root, project, change.restore),
    isLost: (path) => lost.has(path),
  };
}

/** New variables come with the project alone. */
function environmentStep(
  { root }: Repository,
  changes: readonly UnitChange[],
  { environment, restore = false }: SpecChange,
) {
  const project = changes.find(({ unit }) => unit === 'project');
  if (project === undefined) return [];
  const known = project.base?.get(envExamplePath);
  const wanted = restore ? 'all' : 'new';
  return [
    planEnvironment(root, known === undefined ? '' : textOf(known.content), environment, wanted),
  ];
}

/**
 * The plan that brings a repository to a spec. Writes nothing, and has nothing to write while one of
 * its conflicts blocks it.
 *
 * Units whose inputs are those of their baselines are neither rendered nor read.
 */
export async function planSpec(repository: Repository, change: SpecChange): Promise<ChangePlan> {
  const { root } = repository;
  const { cast, seeded, healing } = change;
  const tree = await render(cast, changedUnits(repository, change));
  const changes = unitChanges(repository, change, tree);
  const files = [
    ...(await planUnits(changes, mannerOf(repository, change, tree))),
    ...seeded.map((file) => planUnknown(root, file, false)),
    ...environmentStep(repository, changes, change),
  ];
  const marked = files.flatMap((step) =>
    step.changes.flatMap(({ action, path }) => (action === 'conflict' ? [path] : [])),
  );
  const state = planState(repository, { spec: cast.model.spec, tree, marked, healing });
  const steps = [...files, ...state];
  const edited = steps.flatMap((step) => step.edited ?? []);
  const plan = { root, foreign: [], edited, changes: steps.flatMap((step) => step.changes) };
  const isBlocked = blocking(plan).length > 0;
  return { ...plan, operations: isBlocked ? [] : steps.flatMap(({ operations }) => operations) };
}
