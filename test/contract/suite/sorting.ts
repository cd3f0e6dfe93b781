import { isSortable, propertyOf, type Resource } from '../../../generators/core/spec/field.ts';
import type { JsonObject } from './json.ts';
import { byCodePoint, type Samples } from './samples/samples.ts';
import { samplesOf } from './samples/samples-of.ts';

/** A key that a list can be sorted by, and the order of two of its values. */
export interface SortKey {
  readonly name: string;
  readonly compare: Samples['compare'];
}

export function sortKeysOf(resource: Resource): readonly SortKey[] {
  const times = ['createdAt', 'updatedAt'].map((name) => ({ name, compare: byCodePoint }));
  const fields = resource.fields
    .filter((field) => isSortable(field))
    .map((field) => ({ name: propertyOf(field), compare: samplesOf(field).compare }));
  return [...times, ...fields];
}

/** Every key in both directions, and lists that mix keys and directions. */
export function sortsOf(resource: Resource): readonly string[] {
  const keys = sortKeysOf(resource).map(({ name }) => name);
  const single = keys.flatMap((key) => [key, `-${key}`]);
  const [first = 'createdAt', second = 'updatedAt'] = keys.slice(2);
  const lists = [
    `-${second},${first}`,
    `${second},-${first}`,
    ...(keys.length > 2 ? [`${first},-createdAt`, `-${first},createdAt`] : []),
    keys.map((key, index) => (index % 2 === 0 ? key : `-${key}`)).join(','),
  ];
  return [...new Set([...single, ...lists])];
}

/** The order that `sort` asks for, without the tie-break. */
export function comparatorOf(resource: Resource, sort: string) {
  const keys = new Map(sortKeysOf(resource).map((key) => [key.name, key]));
  const parts = sort.split(',').map((part) => {
    const key = keys.get(part.replace('-', ''));
    if (!key) throw new Error(`${resource.name} has no sort key ${part}`);
    return { ...key, sign: part.startsWith('-') ? -1 : 1 };
  });
  return (a: JsonObject, b: JsonObject): number => {
    for (const { name, compare, sign } of parts) {
      const order = compare(a[name] ?? null, b[name] ?? null);
      if (order !== 0) return Math.sign(order) * sign;
    }
    return 0;
  };
}
