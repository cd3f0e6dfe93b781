import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spell } from '../../../generators/core/spec/names.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { resourceInput, specInput, told, withFields } from './spec-input.ts';

const camel = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,29}$/u);

const sheep = (keys: object) =>
  specInput({ resources: [resourceInput({ name: 'sheep', ...keys })] });

describe('spell', () => {
  test.each([
    ['a', 'a', 'A', 'a', 'a', 'a'],
    ['task', 'task', 'Task', 'task', 'task', 'task'],
    [
      'purchaseOrder',
      'purchaseOrder',
      'PurchaseOrder',
      'purchase-order',
      'purchase_order',
      'purchase order',
    ],
    ['order2', 'order2', 'Order2', 'order2', 'order2', 'order2'],
    ['order2Item', 'order2Item', 'Order2Item', 'order2-item', 'order2_item', 'order2 item'],
    ['httpURL', 'httpURL', 'HttpURL', 'http-url', 'http_url', 'http url'],
    ['aURLOfX', 'aURLOfX', 'AURLOfX', 'a-url-of-x', 'a_url_of_x', 'a url of x'],
  ])('%s', (name, inCamel, pascal, kebab, snake, words) => {
    expect(spell(name)).toEqual({ camel: inCamel, pascal, kebab, snake, words });
  });

  test('loses no letter and adds none but separators', () => {
    fc.assert(
      fc.property(camel, (name) => {
        const { pascal, kebab, snake, words } = spell(name);
        expect(pascal.toLowerCase()).toBe(name.toLowerCase());
        expect(kebab.replaceAll('-', '')).toBe(name.toLowerCase());
        expect(snake).toBe(kebab.replaceAll('-', '_'));
        expect(words).toBe(kebab.replaceAll('-', ' '));
        expect(kebab).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u);
      }),
    );
  });
});

const notCamel = 'must be letters and digits in camelCase, starting with a lower-case letter';
const device = 'is a reserved file name on Windows; choose another';

describe('the name of a resource', () => {
  test.each([
    ['a', undefined],
    ['a'.repeat(30), undefined],
    ['a'.repeat(31), 'has 31 characters; at most 30'],
    ['class', undefined],
    ['order', undefined],
    ['index', undefined],
    ['new', undefined],
    ['', notCamel],
    ['Book', notCamel],
    ['purchase_order', notCamel],
    ['purchase-order', notCamel],
    ['../evil', notCamel],
    ['a b', notCamel],
    ['9a', notCamel],
    ['é', notCamel],
    ['book\n', notCamel],
    ['con', device],
    ['lpt1', device],
    ['constructor', 'is a name that every project has; choose another'],
  ])('%j: %s', (name, fault) => {
    const plural = 'others';
    const faults = told(specInput({ resources: [resourceInput({ name, plural })] }));
    expect(faults).toEqual(fault === undefined ? [] : [`resources[0].name: ${fault}`]);
  });

  test('a plural of more than 30 characters must be said', () => {
    const name = 'a'.repeat(30);
    const faults = told(specInput({ resources: [resourceInput({ name })] }));
    expect(faults).toEqual([`resources[0].plural: "${name}s" has 31 characters; at most 30`]);
    const resource = resourceInput({ name, plural: 'b'.repeat(30) });
    expect(told(specInput({ resources: [resource] }))).toEqual([]);
  });

  test('a word without a plural of its own is given one, and cannot be its own', () => {
    expect(parseSpec(sheep({})).resources).toMatchObject([{ plural: 'sheepItems' }]);
    expect(told(sheep({ plural: 'sheep' }))).toEqual([
      'resources[0].plural: must differ from the name; say it with "plural"',
    ]);
  });

  test('the plural is held to the rules of a name', () => {
    for (const plural of ['Books', 'con', 'health', '', 7]) {
      const faults = told(specInput({ resources: [resourceInput({ plural })] }));
      expect(faults.map((fault) => fault.split(':')[0])).toContain('resources[0].plural');
    }
  });
});

describe('the name of a field', () => {
  const reserved = 'is a name that every resource has or that queries use';
  test.each([
    ['a', undefined],
    ['a'.repeat(30), undefined],
    ['a'.repeat(31), 'has 31 characters; at most 30'],
    ['class', undefined],
    ['order', undefined],
    ['index', undefined],
    ['new', undefined],
    ['toString', undefined],
    ['id', reserved],
    ['createdAt', reserved],
    ['updatedAt', reserved],
    ['version', reserved],
    ['ownerId', reserved],
    ['limit', reserved],
    ['cursor', reserved],
    ['sort', reserved],
    ['then', reserved],
    ['constructor', reserved],
    ['', notCamel],
    ['__proto__', notCamel],
    ['a.b', notCamel],
    ['$where', notCamel],
  ])('%j: %s', (name, fault) => {
    const faults = told(withFields({ name, type: 'integer' }));
    expect(faults).toEqual(fault === undefined ? [] : [`resources[0].fields[0].name: ${fault}`]);
  });

  test('the property of a reference is held to the rules too', () => {
    expect(told(withFields({ name: 'owner', type: 'reference', resource: 'book' }))).toEqual([
      `resources[0].fields[0].name: ${reserved}`,
    ]);
  });
});

describe('the name of a project', () => {
  const rule = 'must be lower-case letters, digits and single hyphens, starting with a letter';
  test.each([
    ['a', undefined],
    ['a'.repeat(30), undefined],
    ['my-shop-2', undefined],
    ['a'.repeat(31), 'has 31 characters; at most 30'],
    ['', rule],
    ['-a', rule],
    ['a-', rule],
    ['a--b', rule],
    ['a_b', rule],
    ['a.b', rule],
    ['../evil', rule],
    ['Shop', rule],
    ['aux', device],
  ])('%j: %s', (name, fault) => {
    expect(told(specInput({ name }))).toEqual(fault === undefined ? [] : [`name: ${fault}`]);
  });
});
