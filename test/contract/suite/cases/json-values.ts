import { describe, expect, test } from 'vitest';
import { propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem, pointerTo } from '../expect/problem.ts';
import { exchange, headerOf } from '../http/ask.ts';
import { type Json, parseObject, spell } from '../json.ts';
import { pathOf } from '../url.ts';

/** What is stored, what is sent, what comes out: RFC 7396, its appendix A among them. */
const merges: readonly (readonly [stored: Json, patch: Json, result: Json])[] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [['a', 'b'], ['c'], ['c']],
  [{ a: 'b' }, ['c', { d: null }], ['c', { d: null }]],
  [{ e: null }, { a: 1 }, { a: 1, e: null }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  [{ a: 1 }, { toString: { b: null }, constructor: 2 }, { a: 1, constructor: 2, toString: {} }],
  [
    { a: { b: { c: { d: 1, e: 2 } } } },
    { a: { b: { c: { e: 3 } } } },
    { a: { b: { c: { d: 1, e: 3 } } } },
  ],
];

/** Patches after which a value is what it was. */
const idle: readonly (readonly [stored: Json, patch: Json])[] = [
  [{ a: 1 }, {}],
  [{ a: 1 }, { b: null }],
  [{ a: { b: [1, { c: null }], d: 0 } }, { a: { b: [1, { c: null }] } }],
  [
    { b: [{ y: 1, x: 2 }], a: 1 },
    { a: 1, b: [{ x: 2, y: 1 }] },
  ],
];

/** The members of objects in two orders, and the one in which they come back. */
const orders = [
  '{"b":{"d":[{"f":1,"e":2}],"c":3},"B":4,"aa":5,"a":6,"\u{1F600}":7,"\uff5e":8}',
  '{"\uff5e":8,"\u{1F600}":7,"a":6,"aa":5,"b":{"c":3,"d":[{"e":2,"f":1}]},"B":4}',
];
const inOrder = '{"B":4,"a":6,"aa":5,"b":{"c":3,"d":[{"e":2,"f":1}]},"\uff5e":8,"\u{1F600}":7}';

function patchCases({ api, rows }: Bench, resource: Resource, property: string): void {
  test.for(merges)('of %j by %j makes %j', async ([stored, patch, result]) => {
    const row = await rows.create(resource, { [property]: stored });
    const answer = await api.patch(row.path, { [property]: patch });
    expect(answer.status, exchange(answer)).toBe(200);
    expect(parseObject(answer.text)[property]).toEqual(result);
    expect(headerOf(answer, 'etag')).not.toBe(row.etag);
    const read = await api.get(row.path);
    expect(read.text).toBe(answer.text);
  });

  test.for(idle)('of %j by %j changes nothing', async ([stored, patch]) => {
    const row = await rows.create(resource, { [property]: stored });
    const answer = await api.patch(row.path, { [property]: patch });
    expect(parseObject(answer.text), exchange(answer)).toEqual(row.body);
    expect(headerOf(answer, 'etag')).toBe(row.etag);
  });

  test('may not make a value longer than it may be', async () => {
    const row = await rows.create(resource, { [property]: { a: 'a'.repeat(9000) } });
    const refused = { status: 422, pointers: [pointerTo(property)] };
    const longer = { [property]: { b: 'b'.repeat(9000) } };
    expectProblem(await api.patch(row.path, longer), refused);
    expect(parseObject((await api.get(row.path)).text)).toEqual(row.body);
    const instead = await api.patch(row.path, { [property]: { a: null, b: 'b'.repeat(9000) } });
    expect(instead.status, exchange(instead)).toBe(200);
  });
}

/** JSON values beyond single samples: their keys, and how patches change them. */
export function jsonValueCases(bench: Bench, resource: Resource): void {
  const { api, rows } = bench;
  const path = pathOf(resource);

  for (const field of resource.fields.filter(({ type }) => type === 'json')) {
    const property = propertyOf(field);

    describe(`a patch of ${property}`, () => {
      patchCases(bench, resource, property);
      if (field.required) return;
      test('sets what was null, without its nulls', async () => {
        const row = await rows.create(resource, { [property]: null });
        const answer = await api.patch(row.path, { [property]: { a: { b: null, c: 1 }, d: null } });
        expect(parseObject(answer.text)[property], exchange(answer)).toEqual({ a: { c: 1 } });
      });
    });

    describe(`the JSON of ${property}`, () => {
      test('keeps members that are null, and the order of lists', async () => {
        const value = { a: null, b: [3, null, 1, { c: null }], d: { e: null } };
        const row = await rows.create(resource, { [property]: value });
        expect(row.body[property]).toEqual(value);
        expect(parseObject((await api.get(row.path)).text)).toEqual(row.body);
      });

      test('comes back with its keys by code point, however they were sent', async () => {
        const draft = await rows.draft(resource);
        for (const order of orders) {
          const created = await api.postText(path, spell(draft, property, order));
          expect(created.text, exchange(created)).toContain(`"${property}":${inOrder}`);
          const row = headerOf(created, 'location');
          expect((await api.get(row)).text).toBe(created.text);
          const list = await api.get(`${path}?limit=1`);
          expect(list.text).toContain(`"${property}":${inOrder}`);
          await api.remove(row);
        }
      });

      test('refuses a key that is there twice, at any depth', async () => {
        const draft = await rows.draft(resource);
        for (const raw of ['{"a":1,"a":1}', '[[{"b":{"a":1,"\\u0061":2}}]]', '{"__proto__":{}}']) {
          expectProblem(await api.postText(path, spell(draft, property, raw)), { status: 400 });
        }
      });
    });
  }
}
