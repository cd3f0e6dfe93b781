import type { Spec } from '../../../generators/core/spec/spec.ts';
import type { Said } from '../commands/say.ts';

const types = [
  'string:max=80',
  'string:unique',
  'text',
  'integer:min=0',
  'bigint',
  'decimal:precision=12,scale=3',
  'float',
  'boolean:default=true',
  'date',
  'datetime',
  'uuid',
  'email',
  'url',
  'json',
  'enum=open,shut:default=open',
] as const;

const pick = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

/** A resource more, of one to three fields, two times of three with a reference to one that is there. */
export function nextResource({ resources }: Spec, step: number, random: () => number): Said {
  const count = 1 + Math.floor(random() * 3);
  const fields = Array.from({ length: count }, (_, at) => `part${at}:${pick(types, random) ?? ''}`);
  const target = random() < 0.67 ? pick(resources, random) : undefined;
  const ends = ['restrict', 'cascade', 'setnull:optional'];
  const reference =
    target === undefined ? [] : [`whole:ref=${target.name}:ondelete=${pick(ends, random) ?? ''}`];
  return ['resource', `thing${step}`, ...fields, ...reference];
}

/** A field more in a resource that is there. */
export function nextField({ resources }: Spec, step: number, random: () => number): Said {
  const type =
    pick(
      types.filter((one) => !/unique|default/u.test(one)),
      random,
    ) ?? '';
  return ['field', pick(resources, random)?.name ?? '', `extra${step}:${type}:optional`];
}
