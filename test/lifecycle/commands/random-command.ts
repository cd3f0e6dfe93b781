import type { Resource } from '../../../generators/core/spec/field.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { dimensions } from '../../../templates/choices.ts';
import type { Said } from './say.ts';

type Random = () => number;

/** What a field may become at any time: rows that are there get a value, or need none. */
const kinds = [
  'string:max=40:default=none',
  'string:optional:unique',
  'text:optional',
  'integer:min=-5:max=5:default=0',
  'bigint:optional:index',
  'decimal:precision=8,scale=2:default=0.50',
  'float:optional',
  'boolean:default=true',
  'date:optional',
  'datetime:optional:index',
  'uuid:optional:unique',
  'email:optional',
  'url:optional',
  'json:optional',
  'enum=low,high:default=low',
] as const;

const names = ['apple', 'news', 'order', 'class', 'index', 'child'] as const;
const rules = ['restrict', 'cascade', 'setnull'] as const;

function oneOf<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
}

const isReferredTo = (name: string, { resources }: Spec): boolean =>
  resources.some(
    (other) =>
      other.name !== name &&
      other.fields.some((field) => field.type === 'reference' && field.resource === name),
  );

function fieldWord(name: string, spec: Spec, random: Random): string {
  const target = spec.resources.length > 0 && random() < 0.25;
  if (!target) return `${name}:${oneOf(kinds, random)}`;
  return `${name}:ref=${oneOf(spec.resources, random).name}:optional:ondelete=${oneOf(rules, random)}`;
}

/** Everything that can be said of one resource. */
function ofResource(resource: Resource, fresh: string, spec: Spec, random: Random): Said[] {
  const { name, fields } = resource;
  const known = oneOf(fields, random).name;
  return [
    ['field', name, fieldWord(fresh, spec, random)],
    ['field', name, `${known}:${oneOf(kinds, random)}`],
    ...(fields.length > 1 ? [['remove', 'field', name, known] as const] : []),
    ...(isReferredTo(name, spec) ? [] : [['remove', 'resource', name] as const]),
  ];
}

function ofChoices(spec: Spec): Said[] {
  return dimensions.flatMap(({ id, choices }) =>
    choices
      .filter((choice) => choice.id !== spec[id])
      .map(({ id: to }): Said => ['set', `${id}=${to}`]),
  );
}

/** A command that a project of this spec takes; `turn` makes names that nothing had before. */
export function randomCommand(spec: Spec, turn: number, random: Random): Said {
  const unused = names.filter((name) => spec.resources.every((one) => one.name !== name));
  const fields = ['first', 'second'].map((name) => fieldWord(name, spec, random));
  const adding: Said = ['resource', oneOf(unused, random), ...fields];
  if (spec.resources.length === 0) return adding;
  const resource = oneOf(spec.resources, random);
  return oneOf(
    [[adding], ofResource(resource, `later${turn}`, spec, random), ofChoices(spec)].map((some) =>
      oneOf(some, random),
    ),
    random,
  );
}
