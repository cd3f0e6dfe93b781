import { describe, expect, test } from 'vitest';
import { fromJson, json, mergeJson } from '../../../src/lib/fields/json.ts';

/** An array in an array in an array. */
function nested(levels: number): unknown {
  return levels === 1 ? [] : [nested(levels - 1)];
}

describe('a value', () => {
  test.each([
    {},
    [],
    { a: null, b: [null, true, 0.5, 'ß 😀'], '': {} },
    { constructor: { prototype: 1 }, toString: 'x' },
    nested(30),
    // With its quotes and braces, 10,000 characters.
    { a: '😀'.repeat(9992) },
  ])('may be %j', (value) => {
    expect(json.parse(value)).toEqual(value);
    expect(fromJson(JSON.stringify(value))).toEqual(value);
  });

  test.each([
    null,
    'text',
    5,
    true,
    { a: 'a\0' },
    { 'a\0': 1 },
    ['\ud800'],
    { '\udc00': 1 },
    { a: [Infinity] },
    nested(31),
    { a: 'a'.repeat(9993) },
    { a: '😀'.repeat(9993) },
  ])('may not be %j', (value) => {
    expect(json.safeParse(value).success).toBe(false);
  });

  test('comes out with its keys in the order of their code points, at every depth', () => {
    const value = { b: 1, a: [{ d: 1, c: 1 }], B: 1, '\u{1F600}': 1, '\uff5e': 1 };
    const text = '{"B":1,"a":[{"c":1,"d":1}],"b":1,"\uff5e":1,"\u{1F600}":1}';
    expect(JSON.stringify(json.parse(value))).toBe(text);
  });
});

/** The examples of RFC 7396, appendix A, whose documents are objects and arrays. */
const examples = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ e: null }, { a: 1 }, { a: 1, e: null }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
] as const;

describe('a patch', () => {
  test.each(examples)('of %j by %j makes %j', (stored, change, result) => {
    const row = { data: json.parse(stored) };
    expect(mergeJson(row, { data: json.parse(change) })).toEqual({ data: result });
  });

  test('sets what was not set, without its nulls', () => {
    const row = { data: null };
    expect(mergeJson(row, { data: { a: 1, b: null } })).toEqual({ data: { a: 1 } });
  });

  test('takes nothing from what every object has', () => {
    const change = { toString: { a: 1 } };
    expect(mergeJson({ data: {} }, { data: change })).toEqual({ data: change });
  });

  test('leaves other fields, null and what it does not name alone', () => {
    const row = { data: { a: 1 }, more: [1] };
    expect(mergeJson(row, { data: null })).toEqual({ data: null });
  });

  test.each([
    [{ a: { b: 1, c: 2 } }, { a: { c: 2 } }],
    [{ a: 1 }, { b: null }],
    [{ z: 1, a: [{ d: 1, c: 1 }] }, { a: [{ c: 1, d: 1 }] }],
    [[1], [1]],
  ])('of %j that %j does not change gives back the value of the row', (data, change) => {
    expect(mergeJson({ data }, { data: change }).data).toBe(data);
  });

  test('that makes a value too long is refused by the name of its field', () => {
    const row = { data: { a: 'a'.repeat(9000) } };
    const patch = { data: { b: 'b'.repeat(9000) } };
    expect(() => mergeJson(row, patch)).toThrow(
      expect.objectContaining({
        kind: 'validation',
        errors: [{ pointer: '/data', detail: 'must have at most 10000 characters as JSON' }],
      }),
    );
  });
});
