import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { baselinePath } from '../apply/baseline.ts';
import {
  baselineFiles,
  manifestFile,
  manifestOf,
  manifestPath,
  pendingFile,
  pendingPath,
  resourceFile,
  resourcePath,
  schemaFile,
} from '../apply/state.ts';
import type { StateFile } from '../apply/state.ts';
import { heldAt, standsAt } from '../merge/disk.ts';
import { conflict, create, inTheWay, remove, replace } from '../merge/step.ts';
import type { Step } from '../merge/step.ts';
import type { Tree } from '../render/tree.ts';
import type { Spec } from '../spec/spec.ts';
import type { Repository } from './open.ts';

const nothing: Step = { changes: [], operations: [] };

/** The state is ours: it becomes what it has to be, whatever stands there. */
function put(root: string, [path, content]: StateFile): Step {
  const stands = standsAt(root, path);
  if (stands === 'other') return conflict(path, inTheWay);
  if (stands === 'nothing') return create({ path, content, mode: 0o644 });
  const held = heldAt(root, path);
  if (Buffer.from(held.content).equals(content)) return nothing;
  return replace({ path, action: 'update' }, { path, content, mode: held.mode }, held);
}

const drop = (root: string, path: string): Step =>
  standsAt(root, path) === 'file' ? remove(path, heldAt(root, path)) : nothing;

/** How people laid their spec out is left to them, as long as it says the same. */
function manifest({ root, installed }: Repository, spec: Spec): readonly StateFile[] {
  const path = join(root, manifestPath);
  const says = JSON.parse(readFileSync(path, 'utf8').replace(/^\u{feff}/u, '')) as unknown;
  return isDeepStrictEqual(says, manifestOf(spec, installed))
    ? []
    : [manifestFile(spec, installed)];
}

/** What the state of a repository has to become. */
export interface NextState {
  readonly spec: Spec;
  /** The units that were rendered anew. */
  readonly tree: Tree;
  /** The files in which conflict markers will stand. */
  readonly marked: readonly string[];
  /** Whether what is no state of ours is removed from its folders. */
  readonly healing: boolean;
}

/** What becomes of the state, its manifest last. */
export function planState(
  repository: Repository,
  { spec, tree, marked, healing }: NextState,
): readonly Step[] {
  const { root, baselines } = repository;
  const were = new Map(repository.spec.resources.map((resource) => [resource.name, resource]));
  const are = new Set(spec.resources.map(({ name }) => name));
  const written = [
    schemaFile(),
    ...spec.resources
      .filter((resource) => !isDeepStrictEqual(were.get(resource.name), resource))
      .map(resourceFile),
    ...baselineFiles(spec, tree, repository.installed),
    ...(marked.length > 0 ? [pendingFile(marked)] : []),
    ...manifest(repository, spec),
  ];
  const kept = new Set(['project', ...[...are].map((name) => `resources/${name}`)]);
  const rewritten = new Set(written.map(([path]) => path));
  const dropped = [
    ...[...were.keys()].filter((name) => !are.has(name)).map(resourcePath),
    ...[...baselines.heads.keys()].filter((unit) => !kept.has(unit)).map(baselinePath),
    ...(healing ? [...baselines.damaged.keys()].filter((path) => !rewritten.has(path)) : []),
    ...(marked.length === 0 && existsSync(join(root, pendingPath)) ? [pendingPath] : []),
  ];
  return [...dropped.map((path) => drop(root, path)), ...written.map((file) => put(root, file))];
}
