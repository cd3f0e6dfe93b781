import { isDeepStrictEqual } from 'node:util';
import { loadCast } from '../model/load.ts';
import type { Cast } from '../model/load.ts';
import type { Table } from '../model/table.ts';
import { Refusal } from '../refusal.ts';
import type { Resource } from '../spec/field.ts';
import { namesOf } from '../spec/names.ts';
import type { Spec } from '../spec/spec.ts';
import { targetsOf } from '../spec/targets.ts';
import { alterTable } from './alter-table.ts';
import type { DataStep } from './data-step.ts';
import { inOrder } from './order-tables.ts';
import { lastOf } from './render.ts';

/** What must happen to the data, in this order. */
export interface DataPlan {
  readonly steps: readonly DataStep[];
  /** The steps are those of an empty database: what another one holds stays there, with its migrations. */
  readonly isRestart: boolean;
  /** What the data were kept for before; `undefined` for a new project. */
  readonly before: Cast | undefined;
}

const nameOfTemplate = (template: string): string => /([a-z_]+)\.[^/]+$/u.exec(template)?.[1] ?? '';

/** `create_users` of an adapter that comes, `drop_users` of one that goes. */
const onceOf = (cast: Cast, verb: 'create' | 'drop'): readonly string[] =>
  cast.folders
    .flatMap(({ payload }) => payload.migration)
    .filter((template) => nameOfTemplate(template).startsWith(`${verb}_`));

/** The tables of some resources. */
function tablesOf(cast: Cast, names: ReadonlySet<string>): readonly Table[] {
  const tableOf = lastOf(cast.stacks, (stack) => stack.tableOf);
  if (tableOf === undefined) return [];
  return cast.model.spec.resources
    .filter(({ name }) => names.has(name))
    .map((resource) => tableOf(resource, namesOf(resource), cast.model));
}

const byName = ({ resources }: Pick<Spec, 'resources'>): ReadonlyMap<string, Resource> =>
  new Map(resources.map((resource) => [resource.name, resource]));

/** Resources whose tables may differ: beside the same choices, the same resource has the same table. */
function changedNames(before: Spec | undefined, after: Spec): ReadonlySet<string> {
  const [old, now] = [byName(before ?? { resources: [] }), byName(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  const isBeside = isDeepStrictEqual({ ...before, resources: [] }, { ...after, resources: [] });
  return new Set(
    names.filter((name) => !isBeside || !isDeepStrictEqual(old.get(name), now.get(name))),
  );
}

/** A spec with no more than some of its resources, and those that they refer to. */
function narrowed(spec: Spec, names: ReadonlySet<string>): Spec {
  const wanted = spec.resources.filter(({ name }) => names.has(name));
  const kept = new Set([...names, ...wanted.flatMap(targetsOf)]);
  return { ...spec, resources: spec.resources.filter(({ name }) => kept.has(name)) };
}

const once = (templates: readonly string[], others: readonly string[]): readonly DataStep[] =>
  templates
    .filter((template) => !others.includes(template))
    .map((template) => ({ kind: 'once', template }));

/** Tables of one resource, as it was and as it is. */
function pairsOf(before: readonly Table[], after: readonly Table[]) {
  const byResource = new Map(before.map((table) => [table.resource, table]));
  return after.flatMap((is) => {
    const was = byResource.get(is.resource);
    if (was === undefined) return [];
    if (is.name === was.name) return [{ was, is }];
    throw new Refusal(
      `The plural of ${is.resource} names its table, ${was.name}, and cannot change any more.`,
    );
  });
}

function refuseStack({ stack }: Spec): never {
  throw new Refusal(
    `A project keeps its framework; write another one with the same answers: groundwork new <folder> --answers groundwork.json --stack ${stack}.`,
  );
}

/**
 * What must happen to the data of one spec before they are those of another. Pure. First goes what
 * goes, then comes what comes: a name that is given up can be taken in the same change.
 *
 * @throws {Refusal} when a resource would have another table than the one with its rows, or the project
 *   another stack than the one that its migrations are written for
 */
export async function planData(spec: Spec | undefined, after: Cast): Promise<DataPlan> {
  if (spec !== undefined && spec.stack !== after.model.spec.stack) refuseStack(after.model.spec);
  const isPortable = lastOf(after.stacks, (stack) => stack.migrations)?.portable === true;
  const isMoved = spec !== undefined && spec.database !== after.model.spec.database;
  const isRestart = isMoved && !isPortable;
  const left = spec === undefined || isRestart ? undefined : spec;
  const names = changedNames(left, after.model.spec);
  const before = left && (await loadCast(narrowed(left, names)));
  const [old, now] = [before ? tablesOf(before, names) : [], inOrder(tablesOf(after, names))];
  const pairs = pairsOf(old, now);
  const kept = new Set(pairs.map(({ is }) => is.resource));
  const isKept = ({ resource }: Table): boolean => kept.has(resource);
  // Most tables stay what they are.
  const changed = pairs.filter(({ was, is }) => !isDeepStrictEqual(was, is));
  const altered = changed.map(({ was, is }) => alterTable(was, is));
  const drops = inOrder(old.filter((table) => !isKept(table))).toReversed();
  const creations = now.filter((table) => !isKept(table));
  const [joined, parted] = [onceOf(after, 'create'), before ? onceOf(before, 'create') : []];
  const goodbyes = before ? onceOf(before, 'drop') : [];
  const steps: readonly DataStep[] = [
    ...altered.flatMap(({ removals }) => removals),
    ...drops.map((table) => ({ kind: 'drop' as const, table })),
    ...once(goodbyes, onceOf(after, 'drop')),
    ...once(joined, parted),
    ...creations.map((table) => ({ kind: 'create' as const, table })),
    ...altered.flatMap(({ others }) => others),
  ];
  return { steps, isRestart, before };
}
