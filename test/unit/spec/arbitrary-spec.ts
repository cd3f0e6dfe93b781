import * as fc from 'fast-check';
import { dimensions } from '../../../templates/choices.ts';
import type { FieldType } from '../../../generators/core/spec/field.ts';
import {
  faultOfFieldName,
  faultOfProjectName,
  faultOfResourceName,
} from '../../../generators/core/spec/name-rules.ts';
import { spell } from '../../../generators/core/spec/names.ts';
import { characters, decimals, enums, modified, references } from './arbitrary-modifiers.ts';

type Keys = Readonly<Record<string, unknown>>;
type Arbitrary = fc.Arbitrary<Keys>;

const small = 'abcdefghijklmnopqrstuvwxyz';
const letters = (units: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...units), minLength: 0, maxLength });

const word = (first: string, units: string, longest: number) =>
  fc
    .tuple(fc.constantFrom(...first), letters(units, longest - 1))
    .map(([head, tail]) => head + tail);

const camel = word(small, `${small}ABCXYZ019`, 26);
const enumValue = word(`${small}ABZ`, `${small}ABZ019_-`, 30);

/** Everything but the name, by type; a reference says how many resources it looks back. */
const kinds: Readonly<Record<FieldType, Arbitrary>> = {
  ...modified,
  string: characters(255, true),
  text: characters(100_000, false),
  decimal: decimals,
  json: fc.record({ required: fc.boolean() }, { requiredKeys: [] }),
  enum: enums(enumValue),
  reference: fc.tuple(references, fc.nat(3)).map(([keys, back]) => ({ ...keys, back })),
};

const field: Arbitrary = fc
  .tuple(
    camel,
    fc.oneof(
      ...Object.entries(kinds).map(([type, keys]) => keys.map((rest) => ({ type, ...rest }))),
    ),
  )
  .map(([name, rest]) => ({ name, ...rest }));

/** What a field is called, and what of it stands in JSON: no other one may be called so. */
const namesOf = ({ name, type }: Keys): readonly string[] =>
  [String(name), ...(type === 'reference' ? [`${String(name)}Id`] : [])].map(
    (each) => spell(each).snake,
  );

const fields = fc.uniqueArray(
  field.filter(
    ({ name, type }) => faultOfFieldName(String(name), type === 'reference') === undefined,
  ),
  {
    minLength: 1,
    maxLength: 6,
    selector: namesOf,
    comparator: (some, others) => some.some((name) => others.includes(name)),
  },
);

/** A resource must hold a field that can take two values; no other one here has this name. */
const varying: Keys = { name: 'varies2', type: 'boolean' };

const resources = fc
  .uniqueArray(fc.record({ name: camel, fields }), {
    maxLength: 4,
    selector: ({ name }) => name.toLowerCase(),
  })
  .map((list) => list.filter(({ name }) => faultOfResourceName(name) === undefined))
  .map((list) =>
    list.map((resource, index) => ({
      name: resource.name,
      plural: `${resource.name}List`,
      // To itself or to one before it: never in a circle; to itself only if it need not.
      fields: [varying, ...resource.fields].map(({ back, ...keys }: Keys) => {
        if (back === undefined) return keys;
        const target = Math.max(0, index - Number(back));
        return {
          ...keys,
          ...(target === index && { required: false }),
          resource: list[target]?.name,
        };
      }),
    })),
  );

const choices = Object.fromEntries(
  dimensions.map(({ id, choices: offered }) => [
    id,
    fc.constantFrom<string>(...offered.map((choice) => choice.id)),
  ]),
);

/** Specs as a team may write them: valid, but for rules between choices. */
export const specs: Arbitrary = fc.record({
  name: word(small, `${small}019`, 30).filter((name) => faultOfProjectName(name) === undefined),
  description: letters('aB9 é日📚"\'`<%>&#*_\\$-', 40).map((text) => text.trim()),
  ...choices,
  resources,
});
