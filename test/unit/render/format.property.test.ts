import * as fc from 'fast-check';
import { check, format } from 'prettier';
import { expect, test } from 'vitest';
import { formatJson, loadFormatter } from '../../../generators/core/render/format.ts';

const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 30 });
/** Not so large or small that it is written with an exponent. */
const number = fc.tuple(fc.integer(), fc.constantFrom(1, 10, 1000)).map(([n, by]) => n / by);

const { json } = fc.letrec<{ json: unknown; leaf: unknown; list: unknown; numbers: unknown }>(
  (tie) => ({
    leaf: fc.oneof(ascii, number, fc.boolean(), fc.constant(null)),
    numbers: fc.array(fc.oneof(fc.nat(2000), number), {
      maxLength: 60,
    }),
    list: fc.array(fc.oneof(tie('leaf'), tie('json')), { maxLength: 8 }),
    json: fc.oneof(
      { maxDepth: 5 },
      tie('leaf'),
      tie('list'),
      tie('numbers'),
      fc.array(fc.array(tie('leaf'), { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
      fc.dictionary(ascii, tie('json'), { maxKeys: 5 }),
    ),
  }),
);

/** As JSON knows it: no -0, no infinity. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test.each([40, 80, 100])('JSON is laid out as prettier does it, %i columns wide', async (width) => {
  await fc.assert(
    fc.asyncProperty(json.map(plain), async (value) => {
      const text = formatJson(value, 'x.json', width);
      expect(await format(text, { parser: 'json', printWidth: width })).toBe(text);
      expect(JSON.parse(text)).toEqual(value);
    }),
    { numRuns: 200 },
  );
});

test('a package.json is laid out as npm and prettier do it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), json.map(plain)), async (value) => {
      const text = formatJson(value, 'package.json', 100);
      expect(await check(text, { filepath: 'package.json' })).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('TypeScript is laid out as prettier does it, names of 1 and 30 characters alike', async () => {
  const formatter = await loadFormatter(['a.ts']);
  for (const name of ['a', 'purchaseOrder', 'a'.repeat(30)]) {
    const text = `export const ${name} = async (${name}Id: string, given: Readonly<Record<string, "${name}">>) => ({ ${name}Id, given, list: ["${name}", 'it\\'s', "say \\"it\\""] })`;
    const laidOut = formatter(text, 'src/x.ts', 100);
    expect(
      await format(laidOut, { parser: 'typescript', singleQuote: true, printWidth: 100 }),
    ).toBe(laidOut);
  }
});

test('other files come out as they are', async () => {
  const formatter = await loadFormatter(['a.ts']);
  for (const path of ['README.md', 'a.yml', 'Dockerfile']) {
    expect(formatter('  x:   [1]\n\n\n', path, 100)).toBe('  x:   [1]\n\n\n');
  }
});
