import { dimensions } from '../../../templates/choices.ts';
import type { Choice } from '../spec/dimension.ts';
import type { Spec } from '../spec/spec.ts';

/**
 * What holds for a spec, as `<group>/<value>`: every choice (`database/sqlite`), the family of the
 * database (`family/sql`) and what its resources have (`has/resources`, `has/unique`, `has/decimal`;
 * `has/characters` stands for strings and texts).
 * A folder of templates takes part when every group and value of its path is a fact.
 */
export function factsOf(spec: Spec): ReadonlySet<string> {
  const facts = new Set<string>();
  for (const dimension of dimensions) {
    const chosen = spec[dimension.id];
    facts.add(`${dimension.id}/${chosen}`);
    const choice: Choice | undefined = dimension.choices.find(({ id }) => id === chosen);
    if (choice?.family !== undefined) facts.add(`family/${choice.family}`);
  }
  for (const resource of spec.resources) {
    facts.add('has/resources');
    for (const field of resource.fields) {
      facts.add(`has/${field.type}`);
      if ('maxLength' in field) facts.add('has/characters');
      if (field.unique) facts.add('has/unique');
    }
  }
  return facts;
}
