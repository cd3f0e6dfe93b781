import { describe, expect, test } from 'vitest';
import { propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { type JsonObject, parseObject, without } from '../json.ts';
import { lookUp, operationsOf, pointerOf } from '../openapi/document.ts';
import { contentPointer, requestTypes, schemasOf } from '../openapi/schemas.ts';
import { needed } from '../rows.ts';
import { samplesOf } from '../samples/samples-of.ts';
import { pathOf } from '../url.ts';

/** The request schemas say the same as the server does: valid samples fit, invalid ones do not. */
export function openApiRequestCases({ api, rows }: Bench, resource: Resource): void {
  const path = pathOf(resource);

  /** Whether the document's schema takes a body, for each media type of the operation. */
  const judges = async (method: string, at: string) => {
    const document = parseObject((await api.get('/openapi.json')).text);
    const operation = operationsOf(document).find((o) => o.method === method && o.path === at);
    if (!operation) throw new Error(`the document has no ${method} ${at}`);
    const schemas = schemasOf(document);
    const holder = `${operation.pointer}/requestBody`;
    const types = requestTypes(document, operation);
    const validators = types.map((type) => {
      const pointer = contentPointer(document, holder, type);
      if (pointer === undefined) throw new Error(`${method} ${at} has no schema for ${type}`);
      return schemas.at(pointer);
    });
    const isRequired = lookUp(document, `${operation.pointer}${pointerOf('requestBody')}`)[
      'required'
    ];
    return { types, isRequired, takes: (body: unknown) => validators.every((v) => v(body)) };
  };

  describe('the OpenAPI request schema', () => {
    test('of POST takes what the server takes and refuses what it refuses', async () => {
      const { types, isRequired, takes } = await judges('POST', path);
      expect(types).toContain('application/json');
      expect(isRequired).toBe(true);
      const draft = await rows.draft(resource);
      expect(takes(draft)).toBe(true);
      expect(takes(await rows.least(resource))).toBe(true);
      for (const body of [{ ...draft, nosuch: 1 }, { ...draft, id: 'x' }, [], 'x', null]) {
        expect(takes(body), JSON.stringify(body)).toBe(false);
      }
      for (const field of needed(resource)) {
        expect(takes(without(draft, propertyOf(field))), `no ${field.name}`).toBe(false);
      }
    });

    test('of PATCH takes both media types, any part, and no unknown field', async () => {
      const { types, takes } = await judges('PATCH', `${path}/{id}`);
      expect(types.toSorted()).toEqual(['application/json', 'application/merge-patch+json']);
      const draft = await rows.draft(resource);
      for (const body of [{}, draft, ...Object.entries(draft).map(([k, v]) => ({ [k]: v }))]) {
        expect(takes(body), JSON.stringify(body)).toBe(true);
      }
      for (const body of [{ nosuch: 1 }, { id: 'x' }, [], null]) expect(takes(body)).toBe(false);
    });

    test.for(resource.fields)('agrees on every value of $name', async (field) => {
      const property = propertyOf(field);
      const draft: JsonObject = await rows.draft(resource);
      const { valid, invalid } = samplesOf(field);
      const empty = [{ name: 'null', value: null }];
      for (const [method, at] of [
        ['POST', path],
        ['PATCH', `${path}/{id}`],
      ] as const) {
        const { takes } = await judges(method, at);
        const check = (value: unknown) => takes({ ...draft, [property]: value });
        for (const { name, value } of [...valid, ...(field.required ? [] : empty)]) {
          expect(check(value), `${method} ${name}`).toBe(true);
        }
        for (const { name, value, beyondSchema } of [
          ...invalid.map((sample) => ({ beyondSchema: false, ...sample })),
          ...(field.required ? empty.map((sample) => ({ ...sample, beyondSchema: false })) : []),
        ]) {
          if (!beyondSchema) expect(check(value), `${method} ${name}`).toBe(false);
        }
      }
    });
  });
}
