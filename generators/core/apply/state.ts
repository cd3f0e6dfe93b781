import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf } from '../model/facts.ts';
import { Refusal } from '../refusal.ts';
import { formatJson } from '../render/format.ts';
import type { Tree, UnitId } from '../render/tree.ts';
import { jsonSchema } from '../spec/json-schema.ts';
import { parseSpec } from '../spec/parse.ts';
import type { Spec } from '../spec/spec.ts';
import { baselinePath, encodeBaseline } from './baseline.ts';
import { sha256 } from './content.ts';
import { readJson } from './read-json.ts';

/** The generator that wrote a repository. */
export interface Generator {
  readonly version: string;
  readonly templates: string;
}

export const manifestPath = 'groundwork.json';
const schemaPath = '.groundwork/schema.json';
const resourceFolder = '.groundwork/resources';
const lineWidth = 80;

const json = (value: unknown, path: string): Uint8Array =>
  Buffer.from(formatJson(value, path, lineWidth), 'utf8');

/**
 * Names all that a unit is rendered from, and nothing else: two branches that each add a resource
 * must leave the baselines of the other units as they are.
 */
function inputsOf(unit: UnitId, spec: Spec, generator: Generator): string {
  const { resources, ...choices } = spec;
  const own = resources.find(({ name }) => unit === `resources/${name}`);
  const targets = own?.fields.flatMap((field) =>
    field.type === 'reference' ? [field.resource] : [],
  );
  const inputs =
    own === undefined
      ? [...factsOf(spec)].toSorted()
      : [own, resources.filter(({ name }) => targets?.includes(name))];
  return sha256(Buffer.from(JSON.stringify([generator, choices, inputs]), 'utf8'));
}

/** The state of a repository as files, the manifest last: while it is missing, there is no project. */
export function stateFiles(
  spec: Spec,
  tree: Tree,
  generator: Generator,
): readonly (readonly [path: string, content: Uint8Array])[] {
  const { resources, ...choices } = spec;
  return [
    [schemaPath, json(jsonSchema(), schemaPath)],
    ...resources.map((resource) => {
      const path = `${resourceFolder}/${resource.name}.json`;
      return [path, json(resource, path)] as const;
    }),
    ...[...tree].map(
      ([unit, files]) =>
        [
          baselinePath(unit),
          encodeBaseline({
            unit,
            version: generator.version,
            inputs: inputsOf(unit, spec, generator),
            files,
          }),
        ] as const,
    ),
    [manifestPath, json({ $schema: `./${schemaPath}`, generator, ...choices }, manifestPath)],
  ];
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
  const manifest = readJson(path);
  if (!isObject(manifest) || !isGenerator(manifest['generator'])) {
    throw new Refusal(`${path} does not say which generator wrote it; take it back from git.`);
  }
  const { $schema: _, generator, ...choices } = manifest;
  const resources = resourceFiles(root).map((file) => readJson(file));
  return { generator, spec: parseSpec({ ...choices, resources }) };
}
