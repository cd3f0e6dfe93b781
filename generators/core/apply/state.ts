import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatJson } from '../render/format.ts';
import type { Tree } from '../render/tree.ts';
import { jsonSchema } from '../spec/json-schema.ts';
import { parseSpec } from '../spec/parse.ts';
import type { Spec } from '../spec/spec.ts';
import { baselinePath, encodeBaseline } from './baseline.ts';
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

/** The state of a repository as files, the manifest last: while it is missing, there is no project. */
export function stateFiles(
  spec: Spec,
  tree: Tree,
  generator: Generator,
): readonly (readonly [path: string, content: Uint8Array])[] {
  const { resources, ...choices } = spec;
  const inputs = createHash('sha256')
    .update(JSON.stringify([spec, generator]))
    .digest('hex');
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
          encodeBaseline({ unit, version: generator.version, inputs, files }),
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

/**
 * Reads back what `stateFiles` wrote and people may have edited.
 *
 * @throws {Refusal} when the spec in the repository is not valid
 */
export function readState(root: string): { readonly spec: Spec; readonly generator: Generator } {
  const manifest = readJson(join(root, manifestPath)) as Record<string, unknown> & {
    readonly generator: Generator;
  };
  const { $schema: _, generator, ...choices } = manifest;
  const resources = resourceFiles(root).map((path) => readJson(path));
  return { generator, spec: parseSpec({ ...choices, resources }) };
}
