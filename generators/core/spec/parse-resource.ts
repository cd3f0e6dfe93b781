import { propertyOf } from './field.ts';
import type { Field, Resource } from './field.ts';
import { mostFields } from './limits.ts';
import { faultOfResourceName } from './name-rules.ts';
import { spell } from './names.ts';
import { parseField } from './parse-field.ts';
import { countOf } from './parse-modifiers.ts';
import { pluralOf } from './plural.ts';
import { join } from './reader.ts';
import type { Reader } from './reader.ts';
import { targetsOf } from './targets.ts';

/** What was read, and where it stood: others beside it may have been left out as unreadable. */
interface Placed<T> {
  readonly path: string;
  readonly value: T;
}

const place = <T>(path: string, value: T | undefined): readonly Placed<T>[] =>
  value === undefined ? [] : [{ path, value }];

/** Names each entry that shares a key with an earlier one. */
function faultTwice<T extends { readonly name: string }>(
  list: readonly Placed<T>[],
  keysOf: (item: T) => readonly string[],
  tell: (path: string, other: string) => void,
): void {
  const seen = new Map<string, T>();
  for (const { path, value } of list) {
    const keys = keysOf(value);
    const other = keys.map((key) => seen.get(key)).find((one) => one !== undefined);
    if (other === undefined) for (const key of keys) seen.set(key, value);
    else tell(path, other.name);
  }
}

function parseNames(name: unknown, plural: unknown, path: string, read: Reader) {
  const said = read.text(name, join(path, 'name'));
  const one = said ?? '';
  const fault = faultOfResourceName(one);
  if (said !== undefined && fault !== undefined) read.fault(join(path, 'name'), fault);
  const many =
    plural === undefined ? pluralOf(one) : (read.text(plural, join(path, 'plural')) ?? '');
  const faultOfMany = fault === undefined ? faultOfResourceName(many) : undefined;
  if (faultOfMany !== undefined) {
    read.fault(join(path, 'plural'), `${JSON.stringify(many)} ${faultOfMany}`);
  }
  if (one !== '' && many === one) {
    read.fault(join(path, 'plural'), 'must differ from the name; say it with "plural"');
  }
  return { name: one, plural: many };
}

/** A row of such fields alone could never change. */
const isConstant = (field: Field, resource: unknown): boolean =>
  (field.required && countOf(field) === 1n) ||
  (field.type === 'enum' && field.required && field.values.length === 1) ||
  (field.type === 'reference' && field.resource === resource);

interface PlacedResource extends Placed<Resource> {
  readonly fields: readonly Placed<Field>[];
}

/** Reads one resource. All faults go to the reader. */
function parseResource(value: unknown, path: string, read: Reader): readonly PlacedResource[] {
  const raw = read.object(value, path);
  if (raw === undefined) return [];
  read.keys(raw, path, ['name', 'plural', 'shared', 'fields']);
  const fields = read.list(raw['fields'], join(path, 'fields')).flatMap((field, index) => {
    const at = `${path}.fields[${index}]`;
    return place(at, parseField(field, at, read));
  });
  faultTwice(
    fields,
    (field) => [field.name, propertyOf(field)].map((name) => spell(name).snake),
    (at, other) => {
      read.fault(join(at, 'name'), `collides with the field ${other}`);
    },
  );
  if (fields.length > mostFields) {
    read.fault(join(path, 'fields'), `must hold at most ${mostFields} fields`);
  }
  if (fields.length === 0) read.fault(join(path, 'fields'), 'must hold at least one field');
  else if (fields.every(({ value: field }) => isConstant(field, raw['name']))) {
    read.fault(join(path, 'fields'), 'must hold a field that can take two values');
  }
  const names = parseNames(raw['name'], raw['plural'], path, read);
  const shared = read.flag(raw['shared'], join(path, 'shared'));
  const resource = { ...names, shared, fields: fields.map((field) => field.value) };
  return [{ path, fields, value: resource }];
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
      .filter((target) => target !== name)
      .map((target) => visit(target, [...way, name]))
      .find((cycle) => cycle !== undefined);
    settled.add(name);
    return found;
  };
  return resources.map(({ name }) => visit(name, [])).find((cycle) => cycle !== undefined);
}

function checkReferences(placed: readonly PlacedResource[], path: string, read: Reader): void {
  const names = placed.map(({ value }) => value.name);
  for (const { value: resource, fields } of placed) {
    for (const { path: at, value: field } of fields) {
      if (field.type !== 'reference') continue;
      if (!names.includes(field.resource)) {
        read.fault(
          join(at, 'resource'),
          `${JSON.stringify(field.resource)} is no resource here; one of: ${names.join(', ')}`,
        );
      } else if (field.required && field.resource === resource.name) {
        read.fault(join(at, 'required'), 'cannot hold: the first of all has none to refer to');
      }
    }
  }
  const cycle = findCycle(placed.map(({ value }) => value));
  if (cycle !== undefined) read.fault(path, `must not refer to each other in a circle: ${cycle}`);
}

/** What is made of a resource `task` has names of its own, `taskInput` among them. */
const makerOf = (name: string): string => name.replace(/(?:Input|Output|Page|Patch|Query)$/u, '');

function checkDerivedNames(placed: readonly PlacedResource[], read: Reader): void {
  for (const { path, value } of placed) {
    const maker = makerOf(value.name);
    if (maker !== value.name && placed.some((other) => other.value.name === maker)) {
      read.fault(join(path, 'name'), `collides with what is made of the resource ${maker}`);
    }
  }
}

/** Names that a choice needs for itself -> that choice, as `auth=...`. */
export type Reserved = ReadonlyMap<string, string>;

/** Tells why a choice does not leave a name to resources, or `undefined`. */
function faultsOf(reserved: Reserved): (name: string) => string | undefined {
  // Tables and paths do not tell `userRoles` from `userROLES`.
  const kept = [...reserved].map(([name, choice]) => {
    const { snake } = spell(name.replace('*', ''));
    return { snake, choice, beginning: name.endsWith('*') ? `${snake}_` : undefined };
  });
  return (name) => {
    const { snake } = spell(name);
    for (const { snake: word, choice, beginning } of kept) {
      if (beginning !== undefined && snake.startsWith(beginning)) {
        return `begins with what ${choice} keeps for itself; choose another`;
      }
      if (beginning === undefined && snake === word) return `is taken by ${choice}; choose another`;
    }
    return undefined;
  };
}

function checkReserved(placed: readonly PlacedResource[], reserved: Reserved, read: Reader): void {
  const faultOf = faultsOf(reserved);
  for (const { path, value } of placed) {
    for (const [key, ...names] of [
      ['name', value.name, makerOf(value.name)],
      ['plural', value.plural],
    ] as const) {
      const fault = names.map(faultOf).find(Boolean);
      if (fault !== undefined) read.fault(join(path, key), fault);
    }
  }
}

/**
 * Reads the list of resources, and what must hold between them. They come back in the order of
 * their names, whoever wrote them down: a repository keeps each in a file of its own.
 */
export function parseResources(
  value: unknown,
  path: string,
  read: Reader,
  reserved: Reserved = new Map(),
): readonly Resource[] {
  const placed = read
    .list(value, path)
    .flatMap((resource, index) => parseResource(resource, `${path}[${index}]`, read));
  const tell = (key: string) => (at: string, other: string) => {
    read.fault(join(at, key), `collides with the resource ${other}`);
  };
  // Each has a file of its name in `.groundwork/resources/`, also on disks that do not tell case.
  faultTwice(placed, ({ name }) => [name.toLowerCase()], tell('name'));
  faultTwice(placed, ({ plural }) => [spell(plural).snake], tell('plural'));
  checkDerivedNames(placed, read);
  checkReserved(placed, reserved, read);
  checkReferences(placed, path, read);
  return placed.map((resource) => resource.value).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
