import * as fc from 'fast-check';

type Path = readonly (string | number)[];

/** Every place in a JSON document, the whole excepted. */
const placesIn = (value: unknown, at: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => {
        const path = [...at, Array.isArray(value) ? Number(key) : key];
        return [path, ...placesIn(item, path)];
      })
    : [];

const odd: readonly unknown[] = [
  [null, true, 0, -1, 1.5, 16, 256, 100_001, [], ['x'], {}, { name: 'a' }],
  ['', 'x y', 'Task', 'a'.repeat(31), 'id', 'strng', 'con', 'a\n', 'a\u2028'],
].flat();

/** Something odd for one place of a document; where it is a number that the document is folded on. */
interface Mutation {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add' | 'copy';
  readonly value: unknown;
}

export const mutations: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(10_000),
  how: fc.constantFrom('replace', 'remove', 'add', 'copy'),
  value: fc.oneof(fc.constantFrom(...odd), fc.jsonValue({ maxDepth: 2 })),
});

/** A copy of a document with something odd in it. */
export function mutate(document: unknown, { at, how, value }: Mutation): unknown {
  const copy = structuredClone(document);
  const places = placesIn(copy);
  const path = places[at % places.length] ?? [];
  const key = path.at(-1) ?? '';
  let holder = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as typeof holder;
  if (how === 'replace') holder[key] = value;
  else if (how === 'copy' && Array.isArray(holder)) holder.push(structuredClone(holder[0]));
  else if (how === 'add') holder[Array.isArray(holder) ? holder.length : 'extra'] = value;
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return copy;
}
