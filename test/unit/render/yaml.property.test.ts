import * as fc from 'fast-check';
import { check } from 'prettier';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  alias,
  anchored,
  apart,
  noted,
  trailed,
  yaml,
} from '../../../generators/core/render/yaml.ts';
import type { Yaml, YamlMap } from '../../../generators/core/render/yaml.ts';

/** Texts that mean something else to some reader of YAML, and any other line. */
const line = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(text)),
  fc.constantFrom('yes', 'Null', '~', '', ' ', '012', '1e3', '.5', '0x1f', '- a', 'a: b', 'a #b'),
  fc.constantFrom("it's", `"q" 'p'`, '#x', '&a', '*a', '!t', '| x', '${{ a }}', '@x', '%y', 'a:'),
  fc.constantFrom('.', '-._', 'e0', '.e0', '+e-1', 'E00', '+'),
  fc.constantFrom('12:30:45', '2026-11-22', '{a}', '[b]', '? q', '<<', '=', '\\d', "'", '`z`'),
);
const key = fc
  .stringMatching(/^[a-z][a-zA-Z_-]{0,20}$/u)
  .filter((word) => !/^(?:y|n|yes|no|on|off|true|false|null)$/iu.test(word));

const { map } = fc.letrec<{ map: YamlMap; value: Yaml }>((tie) => ({
  map: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  value: fc.oneof(
    { maxDepth: 4 },
    line,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(
      tie('value').filter((value) => !Array.isArray(value)),
      { maxLength: 4 },
    ),
    tie('map'),
  ),
}));
const file = map.filter((value) => Object.keys(value).length > 0);
const prettier = { parser: 'yaml', singleQuote: true, printWidth: 100 } as const;

describe('any map of plain values', () => {
  test.each(['1.1', '1.2'] as const)('is read again by YAML %s', (version) => {
    fc.assert(
      fc.property(file, (value) => {
        expect(parse(yaml(value), { version })).toEqual(value);
      }),
    );
  });

  test('is as prettier would write it', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (value) => {
        const text = yaml(value);
        expect([text, await check(text, prettier)]).toEqual([text, true]);
      }),
    );
  });
});

test('marks are for the reader: the value is the same', async () => {
  const text = yaml({
    base: anchored({ a: 1, list: ['x'] }, 'base'),
    jobs: noted(
      apart({
        one: { '<<': alias('base'), b: 2 },
        two: noted({ uses: trailed('x@1', 'v1') }, 'why'),
      }),
      'first',
      'second',
    ),
    run: 'a\n\nb',
    steps: [noted({ name: 'it', run: 'c\nd' }, 'item')],
  });
  expect(text).toBe(`base: &base
  a: 1
  list:
    - x

# first
# second
jobs:
  one:
    <<: *base
    b: 2

  # why
  two:
    uses: x@1 # v1

run: |
  a

  b

steps:
  # item
  - name: it
    run: |
      c
      d
`);
  expect(await check(text, prettier)).toBe(true);
  expect(parse(text, { merge: true })).toMatchObject({
    jobs: { one: { a: 1, list: ['x'], b: 2 }, two: { uses: 'x@1' } },
    run: 'a\n\nb\n',
    steps: [{ name: 'it', run: 'c\nd\n' }],
  });
});
