import { dimensions } from '../../../templates/choices.ts';
import type { Choice } from '../spec/dimension.ts';
import { boundsOf, defaultOf } from '../spec/field.ts';
import type { Field, FieldType } from '../spec/field.ts';
import { resourceNamed } from '../spec/resource-named.ts';
import type { Spec } from '../spec/spec.ts';

/**
 * What holds for a spec, as `<group>/<value>`: every choice (`database/sqlite`), the family of the
 * database (`family/sql`), what choices bring along, and what its resources have (`has/resources`,
 * `has/unique`, `has/decimal`). `has/characters` stands for strings and texts, `has/unicode` for these
 * and JSON, `has/one-of` for values that are listed, `has/list` for rows that are listed, `has/owned` for resources whose rows may have owners, `has/shared` for others,
 * `has/owned-target` for references to the former, `has/scoped` for resources of which it matters
 * who asks: owned ones, and those that refer to something. Of modifiers, `has/default`,
 * `has/min-length`, and `has/bounds` for values that are strings, of which schemas know no bounds;
 * `has/restrict` for references that keep what they refer to, `has/on-delete` for the others.
 * A folder of templates takes part when every group and value of its path is a fact.
 */
export function factsOf(spec: Spec): ReadonlySet<string> {
  const facts = new Set<string>();
  for (const dimension of dimensions) {
    const chosen = spec[dimension.id];
    facts.add(`${dimension.id}/${chosen}`);
    const choice: Choice | undefined = dimension.choices.find(({ id }) => id === chosen);
    if (choice?.family !== undefined) facts.add(`family/${choice.family}`);
    for (const thing of choice?.has ?? []) facts.add(`has/${thing}`);
  }
  for (const resource of spec.resources) {
    facts.add('has/resources').add('has/list');
    facts.add(resource.shared ? 'has/shared' : 'has/owned');
    if (!resource.shared || resource.fields.some(({ type }) => type === 'reference')) {
      facts.add('has/scoped');
    }
    for (const field of resource.fields) {
      facts.add(`has/${field.type}`);
      if ('maxLength' in field) facts.add('has/characters').add('has/unicode');
      if (field.type === 'json') facts.add('has/unicode');
      if (field.type === 'enum') facts.add('has/one-of');
      if (field.unique) facts.add('has/unique');
      for (const modifier of modifiersOf(field)) facts.add(`has/${modifier}`);
      if (field.type === 'reference' && isOwned(spec, field.resource)) {
        facts.add('has/owned-target');
      }
    }
  }
  return facts;
}

const isOwned = ({ resources }: Spec, name: string): boolean =>
  resourceNamed(name, resources)?.shared === false;

const stringsWithBounds: ReadonlySet<FieldType> = new Set([
  'bigint',
  'decimal',
  'date',
  'datetime',
]);

function modifiersOf(field: Field): readonly string[] {
  const hasBounds = stringsWithBounds.has(field.type) && Object.keys(boundsOf(field)).length > 0;
  return [
    ...(defaultOf(field) === undefined ? [] : ['default']),
    ...('minLength' in field && field.minLength > 1 ? ['min-length'] : []),
    ...(hasBounds ? ['bounds'] : []),
    ...(field.type === 'reference'
      ? [field.onDelete === 'restrict' ? 'restrict' : 'on-delete']
      : []),
  ];
}
