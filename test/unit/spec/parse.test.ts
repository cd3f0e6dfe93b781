import { describe, expect, test } from 'vitest';
import { dimensions } from '../../../templates/choices.ts';
import { Refusal } from '../../../generators/core/refusal.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { defaultChoices, faultsOf, resourceInput, specInput, told } from './spec-input.ts';

const refusalOf = (input: unknown): Refusal => {
  try {
    parseSpec(input);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was accepted');
};

test('a spec is read with its defaults filled in', () => {
  const { resources } = parseSpec(specInput({ resources: [resourceInput()] }));
  expect(resources).toEqual([
    {
      name: 'book',
      plural: 'books',
      shared: false,
      fields: [
        {
          name: 'title',
          type: 'string',
          minLength: 1,
          maxLength: 200,
          required: false,
          unique: false,
          index: false,
        },
      ],
    },
  ]);
});

const names = (resources: readonly unknown[]) =>
  parseSpec(specInput({ resources })).resources.map(({ name }) => name);

test('resources come back in the order of their names, faults as they were written', () => {
  const [b, a] = [resourceInput({ name: 'b' }), resourceInput({ name: 'a' })];
  expect(names([b, a])).toEqual(['a', 'b']);
  expect(names([a, b])).toEqual(['a', 'b']);
  expect(told(specInput({ resources: [b, { ...a, plural: 'con' }] }))).toEqual([
    'resources[1].plural: "con" is a reserved file name on Windows; choose another',
  ]);
});

test('reading what was read changes nothing', () => {
  const spec = parseSpec(specInput({ resources: [resourceInput()] }));
  expect(parseSpec(structuredClone(spec))).toEqual(spec);
});

test('all faults are told at once, each with its path', () => {
  const input = {
    name: 'My Shop',
    description: 'two\nlines',
    ...defaultChoices,
    stack: 7,
    colour: 'red',
    resources: [
      resourceInput({ name: 'Book', colour: 'red' }),
      { name: 'author', fields: [{ name: 'id', type: 'strng' }, { type: 'enum', values: [1] }, 3] },
      'x',
    ],
  };
  expect(faultsOf(input).map(({ path }) => path)).toEqual([
    'colour',
    'name',
    'description',
    'stack',
    'resources[0].colour',
    'resources[0].name',
    'resources[1].fields[0].name',
    'resources[1].fields[0].type',
    'resources[1].fields[1].name',
    'resources[1].fields[1].values[0]',
    'resources[1].fields[1].values[0]',
    'resources[1].fields[2]',
    'resources[2]',
  ]);
  expect(refusalOf(input).message).toBe(
    '13 answers are wrong; mend them and run the command again.',
  );
});

test('a single fault is told in one sentence that names its path', () => {
  const { message, exitCode } = refusalOf(specInput({ name: 'x y' }));
  expect(message).toBe(
    'name must be lower-case letters, digits and single hyphens, starting with a letter.',
  );
  expect(exitCode).toBe(2);
});

test.each([[null], [undefined], [[]], ['{}'], [7], [true]])('%j is no spec', (input) => {
  expect(told(input)[0]).toBe(': must be an object');
});

describe.each(dimensions.map(({ id, choices }) => [id, choices] as const))('%s', (id, choices) => {
  test('every declared choice is taken', () => {
    for (const { id: choice } of choices) {
      const faults = told(specInput({ [id]: choice }));
      expect(faults.filter((fault) => fault.startsWith(`${id}:`))).toEqual([]);
    }
  });

  test('a mistyped choice names the nearest, or all', () => {
    const mistyped = `${defaultChoices[id] ?? ''}x`;
    expect(told(specInput({ [id]: mistyped }))).toEqual([
      `${id}: "${mistyped}" is no choice; did you mean ${defaultChoices[id] ?? ''}?`,
    ]);
    expect(told(specInput({ [id]: 'qqqqqqqqqqqqqqq' }))).toEqual([
      `${id}: "qqqqqqqqqqqqqqq" is no choice; one of: ${choices.map((choice) => choice.id).join(', ')}`,
    ]);
  });

  test.each([[null], [7], [['x']], [{}]])('%j is no choice', (value) => {
    expect(told(specInput({ [id]: value }))).toEqual([`${id}: must be a text`]);
  });

  test('it must be said', () => {
    const { [id]: _, ...rest } = specInput() as Record<string, unknown>;
    expect(told(rest)).toEqual([`${id}: is missing`]);
  });
});

test.each([
  ['desciption', 'did you mean description?'],
  ['nme', 'did you mean name?'],
  ['__proto__', 'one of: '],
  ['constructor', 'one of: '],
])('the unknown key %s is refused: %s', (key, hint) => {
  const input = JSON.parse(JSON.stringify(specInput()).replace('{', `{"${key}": 1,`)) as unknown;
  expect(told(input)).toEqual([expect.stringContaining(`${key}: is not known; ${hint}`)]);
});

test.each([[null], [{}], ['task'], [7]])('resources cannot be %j', (resources) => {
  expect(told(specInput({ resources }))).toEqual(['resources: must be a list']);
});

test.each([
  ['', undefined],
  ['A shop: "books" & more', undefined],
  ['x'.repeat(200), undefined],
  ['📚'.repeat(200), undefined],
  ['x'.repeat(201), 'must have at most 200 characters'],
  [' x', 'must not begin or end with white space'],
  ['x\u00a0', 'must not begin or end with white space'],
  ['a\nb', 'must be one line without control characters'],
  ['a\u0000b', 'must be one line without control characters'],
  ['a\u0085b', 'must be one line without control characters'],
  ['a\u2028b', 'must be one line without control characters'],
  ['a\ud800b', 'must be well-formed Unicode'],
])('the description %j: %s', (description, fault) => {
  const expected = fault === undefined ? [] : [`description: ${fault}`];
  expect(told(specInput({ description }))).toEqual(expected);
});
