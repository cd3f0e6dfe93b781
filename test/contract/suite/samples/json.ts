import { isObject, type Json, type JsonObject, textOf } from '../json.ts';
import { byCodePoint, type Invalid, type Samples, type Valid } from './samples.ts';

const mostCharacters = 10_000;
const mostLevels = 30;
const emoji = '\u{1F600}';

/** `{"a":"..."}` of so many characters in all. */
const ofLength = (length: number, character: string): JsonObject => ({
  a: character.repeat(length - '{"a":""}'.length),
});

const lists = (levels: number): Json => (levels === 1 ? [] : [lists(levels - 1)]);
const objects = (levels: number): Json => (levels === 1 ? {} : { a: objects(levels - 1) });

/** Members that are null are for the cases of patches: sent back, they mean that they should go. */
const taken: readonly Json[] = [
  {},
  [],
  [[]],
  [null],
  [null, true, false, 0, -1, 1.5, '', 'a', {}, [{ a: null }]],
  { a: 1, b: { c: [1, 2, { d: true }] } },
  { '': 1, ' ': 2, 'a b': 3, 'a.b': 4, 'a"b': 5, "a'b": 6, [String.raw`a\b`]: 7, $: 8, '%s': 9 },
  { A: 1, a: 2, '\u00e9': 3, 'e\u0301': 4 },
  { constructor: { prototype: 1 }, toString: 'x', hasOwnProperty: [], length: 0 },
  { text: ' outer white space \n', control: '\u0001\u001f\u007f\t', quote: `'; DROP TABLE x;--` },
  { emoji, last: '\uffff', [emoji]: 1, '\uff5e': 2 },
  { zero: 0, tenth: 0.1, third: 1 / 3, tiny: 5e-324, huge: Number.MAX_VALUE, large: 1e21 },
  { safe: Number.MAX_SAFE_INTEGER, long: 18_446_744_073_709_552_000, decimal: 4.35, exact: 1e23 },
  { date: '2026-11-22T09:30:00Z', number: '5', null: 'null', json: '{"a":1}' },
];

const valid: readonly Valid[] = [
  ...taken.map((value) => ({ name: JSON.stringify(value), value })),
  { name: 'as many characters as allowed', value: ofLength(mostCharacters, 'x') },
  { name: 'as many code points as allowed', value: ofLength(mostCharacters, emoji) },
  { name: 'as many members as fit', value: Array.from({ length: 4999 }, () => 0) },
  { name: 'lists as deep as allowed', value: lists(mostLevels) },
  { name: 'objects as deep as allowed', value: objects(mostLevels) },
];

const notContainers: readonly Json[] = ['', '{}', '[]', 'null', 0, 5, 1.5, true, false];

const beyond: readonly Invalid[] = [
  { name: 'one character too many', value: ofLength(mostCharacters + 1, 'x') },
  { name: 'one code point too many', value: ofLength(mostCharacters + 1, emoji) },
  { name: 'one escape too many', value: { a: `\n${'x'.repeat(mostCharacters - 9)}` } },
  { name: 'one level of lists too many', value: lists(mostLevels + 1) },
  { name: 'one level of objects too many', value: objects(mostLevels + 1) },
  { name: 'U+0000 in a text', value: { a: 'a\u0000b' } },
  { name: 'U+0000 in a list', value: [[['\u0000']]] },
  { name: 'U+0000 in a key', value: { 'a\u0000': 1 } },
  { name: 'a lone surrogate in a text', value: ['a\ud800'] },
  { name: 'a lone surrogate in a key', value: { a: [{ '\udc00': 1 }] } },
];

/** The same value, with the members of its objects the other way round. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => reversed(item));
  if (!isObject(value)) return value;
  const members = Object.entries(value).toReversed();
  return Object.fromEntries(members.map(([key, item]) => [key, reversed(item)]));
}

export function jsonSamples(): Samples {
  return {
    valid,
    validRaw: [
      ['[-0, 1.0, 1e2, 1E-2]', [0, 1, 100, 0.01]],
      ['[9007199254740993]', [9_007_199_254_740_992]],
      [String.raw`{"\u0061": "\ud83d\ude00\/"}`, { a: `${emoji}/` }],
    ],
    invalid: [
      ...notContainers.map((value) => ({ name: JSON.stringify(value), value })),
      ...beyond.map((sample) => ({ ...sample, beyondSchema: true })),
    ],
    invalidRaw: ['[1e400]', '{"a":-1e400}', '[[{"a":[1e999]}]]', String.raw`["\u0000"]`],
    invalidText: [],
    fresh: (n) => ({ list: [n, { a: null }], number: n, object: { a: `text ${n}`, b: true } }),
    alias: reversed,
    compare: (a, b) => byCodePoint(textOf(a), textOf(b)),
  };
}
