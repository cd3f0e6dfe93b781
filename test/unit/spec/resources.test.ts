import { describe, expect, test } from 'vitest';
import { dimensions } from '../../../templates/choices.ts';
import type { Choice } from '../../../generators/core/spec/dimension.ts';
import { resourceInput, specInput, told, withFields } from './spec-input.ts';

const refer = (...targets: readonly string[]) =>
  targets.map((resource) => ({ name: `to${resource.toUpperCase()}`, type: 'reference', resource }));

const graph = (edges: Readonly<Record<string, readonly string[]>>) =>
  specInput({
    resources: Object.entries(edges).map(([name, targets]) => ({
      name,
      plural: `${name}s`,
      fields: [{ name: 'title', type: 'string' }, ...refer(...targets)],
    })),
  });

describe('what would be one thing after spelling collides', () => {
  test.each([
    ['purchaseURL', 'purchaseUrl'],
    ['book', 'book'],
    // One file name on disks without case.
    ['taskList', 'tasklist'],
  ])('resources %s and %s', (one, other) => {
    const resources = [
      resourceInput({ name: one, plural: 'these' }),
      resourceInput({ name: other, plural: 'those' }),
    ];
    expect(told(specInput({ resources }))).toEqual([
      `resources[1].name: collides with the resource ${one}`,
    ]);
  });

  test('plurals', () => {
    const resources = [
      resourceInput({ name: 'book', plural: 'booksOf' }),
      resourceInput({ name: 'tome', plural: 'booksOF' }),
    ];
    expect(told(specInput({ resources }))).toEqual([
      'resources[1].plural: collides with the resource book',
    ]);
  });

  test.each([
    ['title', 'title'],
    ['dueURL', 'dueUrl'],
  ])('fields %s and %s', (one, other) => {
    const fields = [one, other].map((name) => ({ name, type: 'date' }));
    expect(told(withFields(...fields))).toEqual([
      `resources[0].fields[1].name: collides with the field ${one}`,
    ]);
  });

  test('a reference and another field of its name', () => {
    const fields = [
      { name: 'book', type: 'reference', resource: 'book' },
      { name: 'book', type: 'string' },
    ];
    expect(told(withFields(...fields))).toEqual([
      'resources[0].fields[1].name: collides with the field book',
    ]);
  });

  test('a reference and the property that it makes', () => {
    const fields = [
      { name: 'bookId', type: 'string' },
      { name: 'book', type: 'reference', resource: 'book' },
    ];
    expect(told(withFields(...fields))).toEqual([
      'resources[0].fields[1].name: collides with the field bookId',
    ]);
  });
});

describe('references', () => {
  test.each([
    ['a resource may refer to itself', { a: ['a'] }],
    ['a chain', { a: ['b'], b: ['c'], c: [] }],
    ['a diamond', { a: ['b', 'c'], b: ['d'], c: ['d'], d: ['d'] }],
  ])('%s', (_, edges) => {
    expect(told(graph(edges))).toEqual([]);
  });

  test.each([
    [{ a: ['b'], b: ['a'] }, 'a -> b -> a'],
    [{ x: ['a'], a: ['b'], b: ['c'], c: ['a'] }, 'a -> b -> c -> a'],
    [{ a: ['a', 'b'], b: ['b', 'a'] }, 'a -> b -> a'],
  ])('a circle is refused and shown: %j', (edges, circle) => {
    expect(told(graph(edges))).toEqual([
      `resources: must not refer to each other in a circle: ${circle}`,
    ]);
  });

  test('a reference to nothing lists what there is', () => {
    expect(told(graph({ a: ['z'], b: [] }))).toEqual([
      'resources[0].fields[1].resource: "z" is no resource here; one of: a, b',
    ]);
  });

  test('a reference to itself cannot be required', () => {
    const parent = { name: 'parent', type: 'reference', resource: 'book', required: true };
    expect(told(withFields(parent))).toEqual([
      'resources[0].fields[0].required: cannot hold: the first of all has none to refer to',
    ]);
    expect(told(withFields({ ...parent, required: false }))).toEqual([]);
  });

  test('paths are right behind what could not be read', () => {
    const fields = [
      { name: 'a', type: 'strng' },
      { name: 'b', type: 'date' },
      { name: 'b', type: 'date' },
      { name: 'c', type: 'reference', resource: 'z' },
    ];
    expect(told(specInput({ resources: [7, resourceInput({ fields })] }))).toEqual([
      'resources[0]: must be an object',
      'resources[1].fields[0].type: "strng" is no type; did you mean string?',
      'resources[1].fields[2].name: collides with the field b',
      'resources[1].fields[3].resource: "z" is no resource here; one of: book',
    ]);
  });

  test('forty resources that all refer to all before them are read in an instant', () => {
    const names = Array.from({ length: 40 }, (_, index) => `r${index}x`);
    const edges = Object.fromEntries(names.map((name, index) => [name, names.slice(0, index)]));
    const start = performance.now();
    expect(told(graph(edges))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `f${index}`, type: 'date' }));

describe('sizes', () => {
  test.each([
    [0, 'must hold at least one field'],
    [1, undefined],
    [50, undefined],
    [51, 'must hold at most 50 fields'],
  ])('%i fields: %s', (count, fault) => {
    const expected = fault === undefined ? [] : [`resources[0].fields: ${fault}`];
    const resource = resourceInput({ fields: many(count) });
    expect(told(specInput({ resources: [resource] }))).toEqual(expected);
  });
});

test.each([
  ['a reference to itself', { type: 'reference', resource: 'book' }],
  ['a required enum of one value', { type: 'enum', values: ['a'], required: true }],
])('%s alone is refused: no row could ever change', (_, field) => {
  const resource = resourceInput({ fields: [{ name: 'f', ...field }] });
  expect(told(specInput({ resources: [resource] }))).toEqual([
    'resources[0].fields: must hold a field that can take two values',
  ]);
});

test('a name that is made of another one is refused', () => {
  const both = [resourceInput(), resourceInput({ name: 'bookInput' })];
  expect(told(specInput({ resources: both }))).toEqual([
    'resources[1].name: collides with what is made of the resource book',
  ]);
});

/** Another choice of the same dimension. */
const otherThan = (dimension: string, choice: string): string | undefined =>
  dimensions
    .find(({ id }) => id === dimension)
    ?.choices.map(({ id }) => id)
    .find((id) => id !== choice);

describe('names that a choice needs for itself', () => {
  const reserving = dimensions.flatMap(({ id, choices }) =>
    choices.flatMap((choice: Choice) =>
      (choice.reserves ?? [])
        .filter((name) => !name.endsWith('*'))
        .map((name) => [name, id, choice.id] as const),
    ),
  );

  test.each(reserving)('%s is taken when %s=%s, and free otherwise', (name, dimension, choice) => {
    const resources = [resourceInput({ name, plural: 'many' })];
    expect(told(specInput({ resources, [dimension]: choice }))).toEqual([
      `resources[0].name: is taken by ${dimension}=${choice}; choose another`,
    ]);
    expect(told(specInput({ resources, [dimension]: otherThan(dimension, choice) }))).toEqual([]);
    const plural = [resourceInput({ name: 'one', plural: name })];
    expect(told(specInput({ resources: plural, [dimension]: choice }))).toEqual([
      `resources[0].plural: is taken by ${dimension}=${choice}; choose another`,
    ]);
  });

  test.each([
    ['sqliteBackup', 'begins with what database=sqlite keeps for itself; choose another'],
    ['sqlite2', undefined],
    ['sqliteer', undefined],
    ['mySqliteBackup', undefined],
  ])('a table of %s cannot be made where the database has such of its own', (plural, fault) => {
    const resources = [resourceInput({ name: 'one', plural })];
    const faults = fault === undefined ? [] : [`resources[0].plural: ${fault}`];
    expect(told(specInput({ resources, database: 'sqlite' }))).toEqual(faults);
    expect(told(specInput({ resources, database: 'postgresql' }))).toEqual([]);
  });
});

describe('shared', () => {
  test.each([
    [true, []],
    [false, []],
    ['yes', ['resources[0].shared: must be true or false']],
  ])('%j', (shared, faults) => {
    expect(told(specInput({ resources: [resourceInput({ shared })] }))).toEqual(faults);
  });
});
