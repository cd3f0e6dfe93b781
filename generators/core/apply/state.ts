import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../refusal.ts';
import type { Fault } from '../refusal.ts';
import { formatJson } from '../render/format.ts';
import { resourceUnit } from '../render/tree.ts';
import type { Tree, UnitId, UnitTree } from '../render/tree.ts';
import { dataChoices } from '../spec/data-choices.ts';
import type { Resource } from '../spec/field.ts';
import { jsonSchema } from '../spec/json-schema.ts';
import { named } from '../spec/edit/validated.ts';
import { parseSpec, refusalOf } from '../spec/parse.ts';
import type { Spec } from '../spec/spec.ts';
import { baselinePath, encodeBaseline } from './baseline.ts';
import { inputsOf } from './inputs.ts';
import type { Generator } from './inputs.ts';
import { readJson } from './read-json.ts';

export const manifestPath = 'groundwork.json';
export const schemaPath = '.groundwork/schema.json';
/** Lists the files in which conflict markers were left; not there when there are none. */
export const pendingPath = '.groundwork/pending.json';
export const resourceFolder = '.groundwork/resources';
const lineWidth = 80;

/** A file of the state. */
export type StateFile = readonly [path: string, content: Uint8Array];

const file = (path: string, value: unknown): StateFile => [
  path,
  Buffer.from(formatJson(value, path, lineWidth), 'utf8'),
];

export const resourcePath = (name: string): string => `${resourceFolder}/${name}.json`;

export const schemaFile = (): StateFile => file(schemaPath, jsonSchema());

export const resourceFile = (resource: Resource): StateFile =>
  file(resourcePath(resource.name), resource);

export const pendingFile = (paths: readonly string[]): StateFile =>
  file(pendingPath, paths.toSorted());

/** What `groundwork.json` holds. */
export function manifestOf(spec: Spec, generator: Generator): object {
  const { resources: _, ...choices } = spec;
  return { $schema: `./${schemaPath}`, generator, ...choices };
}

export const manifestFile = (spec: Spec, generator: Generator): StateFile =>
  file(manifestPath, manifestOf(spec, generator));

/** The part of a spec that each unit stands for: the choices, or one resource. */
export function partsOf({ resources, ...choices }: Spec): ReadonlyMap<UnitId, object> {
  return new Map<UnitId, object>([
    ['project', choices],
    ...resources.map((resource) => [resourceUnit(resource.name), resource] as const),
  ]);
}

/** The baselines of these units of the tree. */
export function baselineFiles(
  spec: Spec,
  units: ReadonlyMap<UnitId, UnitTree>,
  generator: Generator,
): readonly StateFile[] {
  const hashes = inputsOf(spec, generator);
  const parts = partsOf(spec);
  const choices = dataChoices(spec);
  return [...units].map(([unit, files]) => {
    const part = parts.get(unit);
    const inputs = hashes.get(unit);
    if (part === undefined || inputs === undefined) throw new Error(`${unit} is not in the spec`);
    const head = { unit, version: generator.version, inputs, choices };
    const baseline = { ...head, parts: [part], files };
    return [baselinePath(unit), encodeBaseline(baseline)] as const;
  });
}

/** The state of a new repository as files, the manifest last: while it is missing, there is no project. */
export const stateFiles = (spec: Spec, tree: Tree, generator: Generator): readonly StateFile[] => [
  schemaFile(),
  ...spec.resources.map(resourceFile),
  ...baselineFiles(spec, tree, generator),
  manifestFile(spec, generator),
];

function readResource(path: string): unknown {
  const resource = readJson(path);
  const name = basename(path, '.json');
  if (!isObject(resource) || resource['name'] === name) return resource;
  throw new Refusal(
    `${path} holds a resource called ${JSON.stringify(resource['name'])}; give the file its name.`,
  );
}

function resourceFiles(root: string): readonly string[] {
  const folder = join(root, resourceFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(folder, entry.name))
    .toSorted();
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isGenerator = (value: unknown): value is Generator =>
  isObject(value) && typeof value['version'] === 'string' && typeof value['templates'] === 'string';

/** The generator that wrote a repository, read before the rest, which only that one may understand. */
export function readGenerator(root: string): Generator {
  const path = join(root, manifestPath);
  const manifest = readJson(path);
  if (!isObject(manifest) || !isGenerator(manifest['generator'])) {
    throw new Refusal(`${path} does not say which generator wrote it; take it back from git.`);
  }
  const { version, templates } = manifest['generator'];
  return { version, templates };
}

/** A fault, with the file in which it is to be mended. */
function inItsFile(root: string, resources: readonly unknown[], fault: Fault): Fault {
  const [whole, which] = /^resources\[(\d+)\]/u.exec(fault.path) ?? [];
  const source = which === undefined ? undefined : resourceFiles(root)[Number(which)];
  if (source === undefined) return { ...fault, path: `${manifestPath}: ${fault.path}` };
  const path = `${resourceFolder}/${basename(source)}`;
  if (fault.path === whole) return { ...fault, path };
  const { path: place, message } = named({ resources }, fault);
  return { path: `${path}: ${place}`, message };
}

/**
 * @param complete what is made of the choices before they are validated: an older generator asked less
 * @throws {Refusal} when the spec in the repository is not valid
 */
export function readSpec(root: string, complete = (choices: object): object => choices): Spec {
  const manifest = readJson(join(root, manifestPath));
  const { $schema: _, generator: __, ...choices } = isObject(manifest) ? manifest : {};
  if ('resources' in choices) {
    throw new Refusal(`${manifestPath}: resources stand in ${resourceFolder}/, a file for each.`);
  }
  const resources = resourceFiles(root).map(readResource);
  try {
    return parseSpec({ ...complete(choices), resources });
  } catch (error) {
    if (!(error instanceof Refusal) || error.faults.length === 0) throw error;
    throw refusalOf(error.faults.map((fault) => inItsFile(root, resources, fault)));
  }
}

/**
 * Reads back what `stateFiles` wrote and people may have edited.
 *
 * @throws {Refusal} when the spec in the repository is not valid, or not all there
 */
export function readState(root: string): { readonly spec: Spec; readonly generator: Generator } {
  const path = join(root, manifestPath);
  if (!existsSync(join(root, schemaPath))) {
    throw new Refusal(
      `${path} is a copy: its resources stand in .groundwork/, which is not there.`,
    );
  }
  return { generator: readGenerator(root), spec: readSpec(root) };
}
