import { expect, test } from 'vitest';
import { hasYielding, yieldingReferences } from '../../../generators/core/spec/on-delete.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { specInput } from './spec-input.ts';

const date = { name: 'day', type: 'date' };
const reference = (resource: string, onDelete?: string) => ({
  name: resource,
  type: 'reference',
  resource,
  ...(onDelete !== undefined && { onDelete }),
});

const { resources } = parseSpec(
  specInput({
    resources: [
      { name: 'author', fields: [date] },
      { name: 'shop', fields: [date] },
      { name: 'book', fields: [date, reference('author', 'cascade'), reference('shop')] },
      { name: 'loan', fields: [date, reference('book', 'setNull'), reference('loan', 'restrict')] },
    ],
  }),
);

test.each([
  ['author', true],
  ['book', true],
  ['loan', false],
  ['shop', false],
])('when a row of %s is deleted, something goes or changes: %s', (name, expected) => {
  expect(hasYielding(name, resources)).toBe(expected);
});

test('a reference that restricts does not yield', () => {
  const names = resources.map((resource) => yieldingReferences(resource).map(({ name }) => name));
  expect(names).toEqual([[], ['author'], ['book'], []]);
});
