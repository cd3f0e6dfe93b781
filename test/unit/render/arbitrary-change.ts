import * as fc from 'fast-check';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { characters, decimals, enums, modified, references } from '../spec/arbitrary-modifiers.ts';
import { specInput } from '../spec/spec-input.ts';

type Keys = Readonly<Record<string, unknown>>;

const kinds: Readonly<Record<string, fc.Arbitrary<Keys>>> = {
  ...modified,
  string: characters(255, true),
  text: characters(100_000, false),
  decimal: decimals,
  json: fc.record({ required: fc.boolean() }),
  enum: enums(fc.constantFrom('a', 'b', 'c', 'd')),
};

/** A field that is no reference. */
export const fieldInputs: fc.Arbitrary<Keys> = fc
  .constantFrom(...Object.entries(kinds))
  .chain(([type, keys]) => keys.map((rest) => ({ type, ...rest })));

const referenceInputs = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd'), references)
  .map(([resource, keys]) => ({ type: 'reference', resource, ...keys }));

/** Few names, so that two specs often have some in common. */
const named = (input: fc.Arbitrary<Keys>, ...names: readonly string[]) =>
  fc.uniqueArray(
    fc.tuple(fc.constantFrom(...names), input).map(([name, rest]) => ({ name, ...rest })),
    { maxLength: names.length, selector: ({ name }: Keys) => name },
  );

const resources = fc
  .tuple(
    fc.shuffledSubarray(['a', 'b', 'c', 'd']),
    fc.array(
      fc.record({
        fields: named(fieldInputs, 'one', 'two', 'three'),
        links: named(referenceInputs, 'two', 'four'),
        shared: fc.boolean(),
      }),
      { minLength: 4, maxLength: 4 },
    ),
  )
  .map(([names, parts]) =>
    names.map((name, index) => {
      const { fields = [], links = [], shared = false } = parts[index] ?? {};
      // Only to itself, if it need not, or to those before it: never in a circle.
      const targets = new Set([...names.slice(0, index), name]);
      const kept = links.filter(
        ({ name: link, resource, required }: Keys) =>
          targets.has(String(resource)) &&
          (resource !== name || required !== true) &&
          fields.every((field) => field['name'] !== link),
      );
      return { name, shared, fields: [...fields, ...kept, { name: 'last', type: 'boolean' }] };
    }),
  );

const specs = (choices: Keys): fc.Arbitrary<Spec> =>
  fc
    .record({ auth: fc.constantFrom('none', 'jwt'), resources })
    .map((changes) => parseSpec(specInput({ ...choices, ...changes })));

/** A spec, and what becomes of it; other choices stay. */
export const changes = (choices: Keys): fc.Arbitrary<readonly [Spec, Spec]> =>
  fc.tuple(specs(choices), specs(choices));
