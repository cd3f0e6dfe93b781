import { factsOf } from '../model/facts.ts';
import { resourceUnit } from '../render/tree.ts';
import type { UnitId } from '../render/tree.ts';
import type { Resource } from '../spec/field.ts';
import { hasYielding } from '../spec/on-delete.ts';
import type { Spec } from '../spec/spec.ts';
import { targetsOf } from '../spec/targets.ts';
import { sha256 } from './content.ts';

/** The generator that wrote a repository. */
export interface Generator {
  readonly version: string;
  readonly templates: string;
}

/** The units of a spec, the project first. */
export const unitsOf = (spec: Spec): readonly UnitId[] => [
  'project',
  ...spec.resources.map(({ name }) => resourceUnit(name)),
];

function hashAll(spec: Spec, generator: Generator): ReadonlyMap<UnitId, string> {
  const { resources, ...choices } = spec;
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  const targets = (resource: Resource) =>
    targetsOf(resource)
      .toSorted()
      .map((name) => byName.get(name) ?? null);
  const common = JSON.stringify([generator, choices]);
  const hash = (own: unknown): string =>
    sha256(Buffer.from(`${common}${JSON.stringify(own)}`, 'utf8'));
  return new Map<UnitId, string>([
    ['project', hash([...factsOf(spec)].toSorted())],
    ...resources.map(
      (resource) =>
        [
          resourceUnit(resource.name),
          hash([resource, targets(resource), hasYielding(resource.name, resources)]),
        ] as const,
    ),
  ]);
}

/** A command asks several times about the same two specs. */
const known = new WeakMap<Spec, Map<string, ReadonlyMap<UnitId, string>>>();

/**
 * Names all that each unit is rendered from, and nothing else: two branches that each add a resource
 * must leave the baselines of the other units as they are, and a unit whose inputs are the same is
 * neither rendered nor read again.
 */
export function inputsOf(spec: Spec, generator: Generator): ReadonlyMap<UnitId, string> {
  const { version, templates } = generator;
  const key = JSON.stringify([version, templates]);
  const ofSpec = known.get(spec) ?? new Map<string, ReadonlyMap<UnitId, string>>();
  const inputs = ofSpec.get(key) ?? hashAll(spec, { version, templates });
  known.set(spec, ofSpec.set(key, inputs));
  return inputs;
}
