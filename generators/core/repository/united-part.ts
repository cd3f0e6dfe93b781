import { isDeepStrictEqual } from 'node:util';
import type { Field, Resource } from '../spec/field.ts';

/** A part of a spec, of which nothing is known but that it is one. */
type Part = Readonly<Record<string, unknown>>;

const resourcesIn = (parts: readonly object[]): readonly Resource[] =>
  parts.filter((part): part is Resource => 'fields' in part);

/** What the spec says, where a branch had said it as well, and what ours said elsewhere. */
function settled<T>(said: readonly [T, ...T[]], now: T | undefined): T {
  return said.find((one) => isDeepStrictEqual(one, now)) ?? said[0];
}

const named = (fields: readonly Field[], name: string): Field | undefined =>
  fields.find((field) => field.name === name);

/** The fields of one name, of those sides that have it. */
function fieldsByName(sides: readonly Resource[]): ReadonlyMap<string, readonly Field[]> {
  return Map.groupBy(
    sides.flatMap(({ fields }) => fields),
    ({ name }) => name,
  );
}

function unitedFields(
  sides: readonly Resource[],
  now: readonly Field[],
  isTaken: (name: string) => boolean,
): readonly Field[] {
  return [...fieldsByName(sides)].flatMap(([name, [first, ...others]]) => {
    if (first === undefined) return [];
    // One side brought it, or the other took it away: the last migration knows.
    if (others.length + 1 < sides.length && isTaken(name)) return [];
    return [settled([first, ...others], named(now, name))];
  });
}

/**
 * What two branches applied together, each to a part of its own.
 *
 * @param now what the spec says today
 * @param isTaken whether the last migration about a field takes it away
 */
export function unitedPart(
  [first, ...others]: readonly object[],
  now: object | undefined,
  isTaken: (name: string, plural: string) => boolean,
): object {
  if (first === undefined || others.length === 0) return first ?? {};
  const sides = [first, ...others] as unknown as readonly [Part, ...Part[]];
  const united = Object.fromEntries(
    Object.keys(first).map((key) => {
      const [ours, ...theirs] = sides.map((side) => side[key]);
      return [key, settled([ours, ...theirs], (now as Part | undefined)?.[key])];
    }),
  );
  const [ours, ...theirs] = resourcesIn(sides);
  if (ours === undefined) return united;
  const fields = resourcesIn(now === undefined ? [] : [now]).flatMap((one) => one.fields);
  const isGone = (name: string) => isTaken(name, ours.plural);
  return { ...united, fields: unitedFields([ours, ...theirs], fields, isGone) };
}

/** The fields of which two branches said different things. */
export function contestedFields(parts: readonly object[]): readonly string[] {
  return [...fieldsByName(resourcesIn(parts))].flatMap(([name, [first, ...others]]) =>
    others.every((other) => isDeepStrictEqual(first, other)) ? [] : [name],
  );
}
