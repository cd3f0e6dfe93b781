import pluralize from 'pluralize';
import { propertyOf } from './field.ts';
import type { Field, Resource } from './field.ts';
import { faultOfResourceName } from './name-rules.ts';
import { spell } from './names.ts';
import { parseField } from './parse-field.ts';
import { join } from './reader.ts';
import type { Reader } from './reader.ts';

/** Names each entry whose key an earlier one has. */
function faultTwice<T>(
  list: readonly T[],
  keyOf: (item: T) => string,
  tell: (index: number, other: T) => void,
): void {
  const seen = new Map<string, T>();
  for (const [index, item] of list.entries()) {
    const other = seen.get(keyOf(item));
    if (other === undefined) seen.set(keyOf(item), item);
    else tell(index, other);
  }
}

function parseNames(name: unknown, plural: unknown, path: string, read: Reader) {
  const said = read.text(name, join(path, 'name'));
  const one = said ?? '';
  const fault = faultOfResourceName(one);
  if (said !== undefined && fault !== undefined) read.fault(join(path, 'name'), fault);
  const many =
    plural === undefined ? pluralize.plural(one) : (read.text(plural, join(path, 'plural')) ?? '');
  const faultOfMany = fault === undefined ? faultOfResourceName(many) : undefined;
  if (faultOfMany !== undefined) {
    read.fault(join(path, 'plural'), `${JSON.stringify(many)} ${faultOfMany}`);
  }
  if (one !== '' && many === one) {
    read.fault(join(path, 'plural'), 'must differ from the name; say it with "plural"');
  }
  return { name: one, plural: many };
}

/** Reads one resource. All faults go to the reader. */
function parseResource(value: unknown, path: string, read: Reader): Resource | undefined {
  const raw = read.object(value, path);
  if (raw === undefined) return undefined;
  read.keys(raw, path, ['name', 'plural', 'fields']);
  const fields = read
    .list(raw['fields'], join(path, 'fields'))
    .map((field, index) => parseField(field, `${path}.fields[${index}]`, read))
    .filter((field): field is Field => field !== undefined);
  faultTwice(
    fields,
    (field) => spell(propertyOf(field)).snake,
    (index, other) => {
      read.fault(`${path}.fields[${index}].name`, `collides with the field ${other.name}`);
    },
  );
  if (fields.length > 50) read.fault(join(path, 'fields'), 'must hold at most 50 fields');
  if (fields.length === 0) read.fault(join(path, 'fields'), 'must hold at least one field');
  return { ...parseNames(raw['name'], raw['plural'], path, read), fields };
}

function targetsOf(resource: Resource): string[] {
  return resource.fields.flatMap((field) =>
    field.type === 'reference' && field.resource !== resource.name ? [field.resource] : [],
  );
}

/** A resource that is reached from itself by way of others, as `a -> b -> a`. */
function findCycle(resources: readonly Resource[]): string | undefined {
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  const settled = new Set<string>();
  const visit = (name: string, way: readonly string[]): string | undefined => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name].join(' -> ');
    const resource = byName.get(name);
    if (resource === undefined || settled.has(name)) return undefined;
    const found = targetsOf(resource)
      .map((target) => visit(target, [...way, name]))
      .find((cycle) => cycle !== undefined);
    settled.add(name);
    return found;
  };
  return resources.map(({ name }) => visit(name, [])).find((cycle) => cycle !== undefined);
}

function checkReferences(resources: readonly Resource[], path: string, read: Reader): void {
  const names = resources.map(({ name }) => name);
  for (const [at, resource] of resources.entries()) {
    for (const [index, field] of resource.fields.entries()) {
      if (field.type === 'reference' && !names.includes(field.resource)) {
        read.fault(
          `${path}[${at}].fields[${index}].resource`,
          `${JSON.stringify(field.resource)} is no resource here; one of: ${names.join(', ')}`,
        );
      }
    }
  }
  const cycle = findCycle(resources);
  if (cycle !== undefined) read.fault(path, `must not refer to each other in a circle: ${cycle}`);
}

/**
 * Reads the list of resources, and what must hold between them. They come back in the order of
 * their names, whoever wrote them down: a repository keeps each in a file of its own.
 */
export function parseResources(value: unknown, path: string, read: Reader): readonly Resource[] {
  const resources = read
    .list(value, path)
    .map((resource, index) => parseResource(resource, `${path}[${index}]`, read))
    .filter((resource): resource is Resource => resource !== undefined);
  // Each has a file of its name in `.groundwork/resources/`, also on disks that do not tell case.
  faultTwice(
    resources,
    ({ name }) => name.toLowerCase(),
    (index, other) =>
      read.fault(`${path}[${index}].name`, `collides with the resource ${other.name}`),
  );
  faultTwice(
    resources,
    ({ plural }) => spell(plural).snake,
    (index, other) =>
      read.fault(`${path}[${index}].plural`, `collides with the resource ${other.name}`),
  );
  checkReferences(resources, path, read);
  return resources.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
