import { expect, test } from 'vitest';
import { dimensions } from '../../../templates/choices.ts';
import type { Choice } from '../../../generators/core/spec/dimension.ts';
import { factsOf } from '../../../generators/core/model/facts.ts';
import type { Field } from '../../../generators/core/spec/field.ts';
import { fieldTypes } from '../../../generators/core/spec/parse-field.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { defaultChoices, specInput } from '../spec/spec-input.ts';

/** Facts are told of any resource, also of one that `parseSpec` would refuse. */
const factsWith = (fields?: readonly object[]) => {
  const resource = { name: 'book', plural: 'books', fields: fields as readonly Field[] };
  const resources = fields === undefined ? [] : [resource];
  return [...factsOf({ ...parseSpec(specInput()), resources })].filter((fact) =>
    fact.startsWith('has/'),
  );
};

test('every choice is a fact, and the family of those that have one', () => {
  const facts = factsOf(parseSpec(specInput()));
  const families = dimensions.flatMap(({ id, choices }) =>
    choices
      .filter((choice) => choice.id === defaultChoices[id])
      .map((choice: Choice) => choice.family)
      .filter((family) => family !== undefined)
      .map((family) => `family/${family}`),
  );
  const chosen = Object.entries(defaultChoices).map(([id, choice]) => `${id}/${choice}`);
  expect([...facts].toSorted()).toEqual([...chosen, ...families].toSorted());
});

test('without resources nothing is had', () => {
  expect(factsWith()).toEqual([]);
});

const needed: Readonly<Record<string, object>> = {
  enum: { values: ['a'] },
  reference: { resource: 'book' },
};

/** The facts that name a type of field. */
const typesIn = (facts: readonly string[]) =>
  facts.filter((fact) => (fieldTypes as readonly string[]).includes(fact.slice('has/'.length)));

test.each(fieldTypes)('a field of type %s is a fact, and no other type is', (type) => {
  const facts = factsWith([{ name: 'f', type, ...needed[type] }]);
  expect(typesIn(facts)).toEqual([`has/${type}`]);
  expect(facts).toContain('has/resources');
  expect(facts).not.toContain('has/unique');
});

test('a unique field is a fact', () => {
  expect(factsWith([{ name: 'f', type: 'date', unique: true }])).toContain('has/unique');
});
