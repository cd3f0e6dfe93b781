import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { type Answer, exchange } from '../http/ask.ts';
import { type JsonObject, textOf } from '../json.ts';
import { samplesOf } from '../samples/samples-of.ts';
import { pathOf } from '../url.ts';

/** Half of a pair, or both halves the wrong way round: JSON can spell what UTF-8 cannot. */
const brokenText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
  .map((units) => String.fromCharCode(...units));

const text = fc.oneof(
  brokenText,
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u0000', ' ', ''),
);

/** Bodies that almost fit: the right names, with right, nearly right and random values. */
function bodiesOf({ fields }: Resource): fc.Arbitrary<unknown> {
  const values = fields.map((field) => {
    const { valid, invalid } = samplesOf(field);
    const known = [...valid, ...invalid]
      .map(({ value }) => value)
      .filter((v) => textOf(v).length < 500);
    return [
      propertyOf(field),
      fc.oneof(fc.constantFrom(null, ...known), fc.jsonValue(), text),
    ] as const;
  });
  return fc.record(Object.fromEntries(values), { requiredKeys: [] });
}

function expectAnswered(answer: Answer): void {
  expect([200, 201, 400, 409, 422], exchange(answer)).toContain(answer.status);
}

/** Whatever a body holds, the server answers, and never with its own failure. */
export function randomBodyCases({ api, rows }: Bench, resource: Resource): void {
  const path = pathOf(resource);
  const anything = fc.oneof(
    bodiesOf(resource),
    fc.jsonValue(),
    fc.dictionary(text, fc.jsonValue()),
  );

  describe('any body', () => {
    test('of JSON gets an answer, never a 5xx', async () => {
      const row = await rows.create(resource);
      await fc.assert(
        fc.asyncProperty(anything, async (value) => {
          const body = JSON.stringify(value);
          expectAnswered(await api.postText(path, body));
          expectAnswered(await api.patchText(row.path, body));
        }),
        { numRuns: 150 },
      );
    }, 30_000);

    test('of bytes gets an answer, never a 5xx', async () => {
      const bytes = fc.uint8Array({ maxLength: 64 }).map((array) => Buffer.from(array));
      await fc.assert(
        fc.asyncProperty(bytes, async (body) => {
          const answer = await api.postText(path, body);
          expect([201, 400, 415, 422], exchange(answer)).toContain(answer.status);
        }),
        { numRuns: 100 },
      );
    }, 30_000);

    test('that almost fits, on top of a right one, gets an answer', async () => {
      const draft: JsonObject = await rows.draft(resource);
      await fc.assert(
        fc.asyncProperty(bodiesOf(resource), async (value) => {
          const body = JSON.stringify({ ...draft, ...(value as JsonObject) });
          expectAnswered(await api.postText(path, body));
        }),
        { numRuns: 100 },
      );
    }, 30_000);

    test('of a path nobody planned gets an answer, never a 5xx', async () => {
      const byte = fc
        .integer({ min: 0, max: 255 })
        .map((n) => `%${n.toString(16).padStart(2, '0')}`);
      const parts = fc.array(
        fc.oneof(byte, fc.constantFrom('/', '..', ';', '%', '?', '&', '=', 'x')),
      );
      await fc.assert(
        fc.asyncProperty(parts, async (rest) => {
          const answer = await api.get(`${path}/${rest.join('')}`);
          expect(answer.status, exchange(answer)).toBeLessThan(500);
        }),
        { numRuns: 150 },
      );
    }, 30_000);

    test('or query gets an answer, never a 5xx', async () => {
      const names = ['limit', 'cursor', 'sort', ...resource.fields.map(propertyOf)];
      const pairs = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' })));
      await fc.assert(
        fc.asyncProperty(pairs, async (query) => {
          const search = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
          const answer = await api.get(`${path}?${search.join('&')}`);
          expect([200, 400, 422], exchange(answer)).toContain(answer.status);
        }),
        { numRuns: 100 },
      );
    }, 30_000);
  });
}
