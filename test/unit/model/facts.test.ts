import { expect, test } from 'vitest';
import { dimensions } from '../../../templates/choices.ts';
import type { Choice } from '../../../generators/core/spec/dimension.ts';
import { factsOf } from '../../../generators/core/model/facts.ts';
import { fieldTypes } from '../../../generators/core/spec/parse-field.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { defaultChoices, specInput } from '../spec/spec-input.ts';

const hadBy = (changes: Readonly<Record<string, unknown>>): readonly string[] =>
  [...factsOf(parseSpec(specInput({ auth: 'none', ...changes })))]
    .filter((fact) => fact.startsWith('has/'))
    .toSorted();

const factsWith = (fields: readonly object[], keys: object = {}): readonly string[] =>
  hadBy({ resources: [{ name: 'book', fields, ...keys }] });

const always = ['has/list', 'has/owned', 'has/resources', 'has/scoped'];

test('every choice is a fact, with its family and what it brings along', () => {
  const facts = factsOf(parseSpec(specInput()));
  const chosen = dimensions.flatMap(({ id, choices }) =>
    choices
      .filter((choice) => choice.id === defaultChoices[id])
      .flatMap((choice: Choice) => [
        `${id}/${choice.id}`,
        ...(choice.family === undefined ? [] : [`family/${choice.family}`]),
        ...(choice.has ?? []).map((thing) => `has/${thing}`),
      ]),
  );
  expect([...facts].toSorted()).toEqual(chosen.toSorted());
});

test('without resources, and choices that bring something along, nothing is had', () => {
  expect(hadBy({})).toEqual([]);
});

const needed: Readonly<Record<string, object>> = {
  enum: { values: ['a'] },
  reference: { resource: 'book' },
};

const characters = ['has/characters', 'has/unicode'];
const broughtBy: Readonly<Record<string, readonly string[]>> = {
  string: characters,
  text: characters,
  json: ['has/unicode'],
  enum: ['has/one-of'],
};

const date = { name: 'when', type: 'date' };
const setOf = (...facts: readonly string[]) => [...new Set(facts)].toSorted();

test.each(fieldTypes)('a field of type %s is a fact, and no other type is', (type) => {
  const brought = broughtBy[type] ?? [];
  const target = type === 'reference' ? ['has/owned-target', 'has/restrict'] : [];
  expect(factsWith([date, { name: 'f', type, ...needed[type] }])).toEqual(
    setOf(...always, 'has/date', `has/${type}`, ...brought, ...target),
  );
});

test('a unique field is a fact', () => {
  expect(factsWith([{ ...date, unique: true }])).toEqual(
    setOf(...always, 'has/date', 'has/unique'),
  );
});

test('of a shared resource it matters who asks only when it refers to something', () => {
  const shared = ['has/list', 'has/resources', 'has/shared', 'has/date'];
  const itself = { name: 'part', type: 'reference', resource: 'book' };
  expect(factsWith([date], { shared: true })).toEqual(setOf(...shared));
  expect(factsWith([date, itself], { shared: true })).toEqual(
    setOf(...shared, 'has/reference', 'has/restrict', 'has/scoped'),
  );
});

test.each([
  [{ type: 'string', minLength: 2 }, ['has/min-length']],
  [{ type: 'text', minLength: 1 }, []],
  [{ type: 'enum', values: ['a'], default: 'a' }, ['has/default']],
  [{ type: 'boolean', default: false }, ['has/default']],
  [{ type: 'decimal', min: '0' }, ['has/bounds']],
  [{ type: 'datetime', max: '2026-11-22T09:30:00Z' }, ['has/bounds']],
  [{ type: 'integer', min: 0, max: 9, index: true }, []],
  [{ type: 'reference', resource: 'book', onDelete: 'cascade' }, ['has/on-delete']],
  [{ type: 'reference', resource: 'book', onDelete: 'setNull' }, ['has/on-delete']],
])('of %j the modifiers are the facts %j', (field, expected) => {
  const modifiers = new Set(['min-length', 'default', 'bounds', 'restrict', 'on-delete']);
  const facts = factsWith([date, { name: 'f', ...field }]);
  expect([...facts].filter((fact) => modifiers.has(fact.slice(4)))).toEqual(expected);
});
