import { spell } from '../../spec/names.ts';
import type { Spec } from '../../spec/spec.ts';

/** What has to be known of new names: a slip is easily taken for a second resource. */
export function notesOfNames(before: Spec, { resources }: Spec): readonly string[] {
  const known = new Set(before.resources.map(({ name }) => name));
  const byName = new Map(resources.map(({ name }) => [spell(name).snake, name]));
  return resources.flatMap(({ name, plural }) => {
    const other = byName.get(spell(plural).snake);
    const added = [other, name].find((one) => one !== undefined && !known.has(one));
    return other === undefined || added === undefined
      ? []
      : [
          `several of ${name} are called ${other}, and so is a resource of its own; if that was not meant, say groundwork remove resource ${added}.`,
        ];
  });
}
