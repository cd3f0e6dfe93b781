import type { Resource } from './field.ts';

/** Each of a thousand resources may refer to others. */
const known = new WeakMap<readonly Resource[], ReadonlyMap<string, Resource>>();

export function resourceNamed(name: string, resources: readonly Resource[]): Resource | undefined {
  const byName =
    known.get(resources) ?? new Map(resources.map((resource) => [resource.name, resource]));
  known.set(resources, byName);
  return byName.get(name);
}
