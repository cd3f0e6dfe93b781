import * as fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { json, py, ts } from '../../../generators/core/render/quote.ts';

const awkward = fc.string({
  unit: fc.constantFrom(
    ...Array.from('ab "\'`\\$\t\n\r\u0000\u007f\u2028é📚<%>{}'),
    '${',
    '\\u',
    '</script>',
  ),
});

const evaluated = (literal: string): unknown => runInNewContext(literal);

test('ts() is a literal of the same text', () => {
  fc.assert(
    fc.property(awkward, (text) => {
      expect(evaluated(ts(text))).toBe(text);
    }),
  );
});

test('ts() is what prettier leaves unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(awkward, async (text) => {
      const source = `export const text = ${ts(text)};\n`;
      const options = { parser: 'typescript', singleQuote: true, printWidth: 1000 };
      expect(await format(source, options)).toBe(source);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['plain', '"plain"'],
  ["it's", `"it's"`],
  ['say "it"', `'say "it"'`],
  [`"it's"`, String.raw`'"it\'s"'`],
  ['a\\b\n', String.raw`"a\\b\n"`],
  ['\0\ud800', String.raw`"\u0000\ud800"`],
  ['ü📚', '"ü📚"'],
])('py(%j) is %s', (text, literal) => {
  expect(py(text)).toBe(literal);
});

test.each([
  ['plain', "'plain'"],
  ["it's", `"it's"`],
  ['say "it"', `'say "it"'`],
  [`it's "it"`, `'it\\'s "it"'`],
  ['back\\slash', `'back\\\\slash'`],
  ['', "''"],
])('ts(%j) is %s', (text, literal) => {
  expect(ts(text)).toBe(literal);
});

test('json() is a literal of the same value on one line', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(json(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(json(value)).not.toContain('\n');
    }),
  );
});
