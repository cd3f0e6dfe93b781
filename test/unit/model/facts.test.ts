import { expect, test } from 'vitest';
import { dimensions } from '../../../templates/choices.ts';
import type { Choice } from '../../../generators/core/spec/dimension.ts';
import { factsOf } from '../../../generators/core/model/facts.ts';
import { fieldTypes } from '../../../generators/core/spec/parse-field.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { defaultChoices, specInput } from '../spec/spec-input.ts';

const factsWith = (fields?: readonly object[]) =>
  [
    ...factsOf(
      parseSpec(specInput(fields === undefined ? {} : { resources: [{ name: 'book', fields }] })),
    ),
  ].filter((fact) => fact.startsWith('has/'));

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

test.each(fieldTypes)('a field of type %s is a fact', (type) => {
  const characters = type === 'string' || type === 'text' ? ['has/characters'] : [];
  expect(factsWith([{ name: 'f', type, ...needed[type] }])).toEqual([
    'has/resource',
    `has/${type}`,
    ...characters,
  ]);
});

test('a unique field is a fact', () => {
  expect(factsWith([{ name: 'f', type: 'date', unique: true }])).toEqual([
    'has/resource',
    'has/date',
    'has/unique',
  ]);
});
