import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonSchema } from '../../../generators/core/spec/json-schema.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { fieldTypes } from '../../../generators/core/spec/parse-field.ts';
import { specs } from './arbitrary-spec.ts';
import { mutate, mutations } from './mutate.ts';
import { faultsOf } from './spec-input.ts';

const compiled = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(jsonSchema());
const accepts = (document: unknown): boolean => compiled(document);

/** What only `parseSpec` can see: rules between places, and words that are taken. */
const beyondSchema =
  /^(?:is missing|collides|must differ|is no resource|.* is no resource here|must not refer|must hold a field that can|is a name that|cannot hold|is a reserved|is reserved|is taken|is a name that every|must be one line|must be well-formed|must not begin or end|must be a whole number from (?:0|1 to (?!255$|100000$|15$))|must not be (?:less|more) than|must be a text of|must be an e-mail|must be an absolute|must be a UUID|must be one of|must be a whole number of 64|must be a decimal of|must be a day|must be a time|".*" has 3\d characters)|do not go together/u;

test('what a team may write is accepted by both', () => {
  fc.assert(
    fc.property(specs, (spec) => {
      const faults = faultsOf(spec).filter(({ message }) => !message.includes('go together'));
      expect(faults).toEqual([]);
      expect(accepts(spec), JSON.stringify(compiled.errors)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('what parseSpec accepts, the schema accepts; what only parseSpec refuses is beyond a schema', () => {
  const seen = { both: 0, neither: 0, beyond: 0 };
  const documents = fc
    .tuple(specs, fc.array(mutations, { minLength: 1, maxLength: 2 }))
    .map(([spec, changes]) => changes.reduce<unknown>(mutate, spec));
  fc.assert(
    fc.property(documents, (document) => {
      const faults = faultsOf(document);
      const bySchema = accepts(document);
      if (faults.length === 0) expect(bySchema, JSON.stringify(compiled.errors)).toBe(true);
      else if (bySchema) {
        expect(
          faults.filter(
            ({ message }) => !beyondSchema.test(message.replace(/^"[^"]*" (?!has)/u, '')),
          ),
        ).toEqual([]);
      }
      seen[faults.length === 0 ? 'both' : bySchema ? 'beyond' : 'neither'] += 1;
    }),
    { numRuns: 800 },
  );
  for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(10);
});

test('what parseSpec gives back is accepted by the schema', () => {
  fc.assert(
    fc.property(specs, (spec) => {
      fc.pre(faultsOf(spec).length === 0);
      expect(accepts(structuredClone(parseSpec(spec))), JSON.stringify(compiled.errors)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('both know the same types of fields', () => {
  const text = JSON.stringify(jsonSchema());
  const inSchema = [...text.matchAll(/"type":\{"const":"([a-z]+)"\}/gu)].map(([, type]) => type);
  expect(inSchema).toEqual(fieldTypes);
});

test.each([
  [{ $schema: './x.json', generator: { version: '1.0.0', templates: 'abc' } }, true],
  [{ example: false }, true],
  [{ description: '📚'.repeat(200) }, true],
  [{ description: '📚'.repeat(201) }, false],
  [{ name: 'a'.repeat(30) }, true],
  [{ name: 'a'.repeat(31) }, false],
  [{}, true],
  [{ example: 'no' }, false],
  [{ colour: 'red' }, false],
])('an answers file with %j: %s', (document, expected) => {
  expect(accepts(document)).toBe(expected);
});
