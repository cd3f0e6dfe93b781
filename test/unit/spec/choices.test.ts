import { expect, test } from 'vitest';
import { dimensions } from '../../../templates/choices.ts';
import { example } from '../../../templates/example.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { specInput } from './spec-input.ts';

const all = dimensions.flatMap(({ id, choices }) => choices.map((choice) => ({ of: id, choice })));

test('ids are kebab-case words, once in each dimension', () => {
  const ids = all.map(({ of, choice }) => `${of}/${choice.id}`);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id))).toEqual([]);
});

test('every dimension has a question and a default among its choices', () => {
  for (const { id, question, default: standard, choices } of dimensions) {
    expect(question, id).toMatch(/^[A-Z].*\?$/u);
    expect(choices.map((choice) => choice.id)).toContain(standard);
  }
});

test('every choice says what it means in a few words', () => {
  for (const { choice } of all) {
    expect(choice.hint.length, choice.id).toBeGreaterThan(5);
    expect(choice.hint.length, choice.id).toBeLessThan(60);
    expect(choice.hint, choice.id).not.toMatch(/\.$/u);
  }
});

test('the example resource is a valid one', () => {
  const { resources } = parseSpec(specInput({ resources: [example] }));
  expect(resources.map(({ plural }) => plural)).toEqual(['tasks']);
});
