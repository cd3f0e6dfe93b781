import { describe, expect, test } from 'vitest';
import {
  defaultOf,
  type Field,
  propertyOf,
  type Resource,
} from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { exchange } from '../http/ask.ts';
import { isObject, parseObject, without } from '../json.ts';
import { lookUp, pointerOf, resolve } from '../openapi/document.ts';
import { samplesOf } from '../samples/samples-of.ts';
import { pathOf } from '../url.ts';

/** A value that is not the default, where the type has another one. */
const other = (field: Field) =>
  samplesOf(field).valid.find(({ value }) => value !== defaultOf(field))?.value;

/** "What a field is when it is not sent." */
export function defaultCases({ api, rows }: Bench, resource: Resource): void {
  const path = pathOf(resource);
  const fields = resource.fields.filter((field) => defaultOf(field) !== undefined);

  describe.for(fields)('the default of $name', (field) => {
    const property = propertyOf(field);
    const value = defaultOf(field);
    const told = other(field) ?? null;

    test('is what a row has that was created without it', async () => {
      const body = without(await rows.draft(resource), property);
      const answer = await api.post(path, body);
      expect(answer.status, exchange(answer)).toBe(201);
      const created = parseObject(answer.text);
      expect(created[property]).toBe(value);
      const read = await api.get(answer.headers['location'] ?? '');
      expect(parseObject(read.text)).toEqual(created);
    });

    test.skipIf(told === null)('is nothing to a patch', async () => {
      const row = await rows.create(resource, { [property]: told });
      const answer = await api.patch(row.path, {});
      expect(answer.status, exchange(answer)).toBe(200);
      expect(parseObject(answer.text)).toEqual(row.body);
    });

    test.skipIf(field.required)('gives way to null', async () => {
      const row = await rows.create(resource, { [property]: null });
      expect(row.body[property]).toBeNull();
    });

    test('stands in the description of POST, and of nothing else', async () => {
      const document = parseObject((await api.get('/openapi.json')).text);
      const said = (method: string, at: string) => {
        const body = lookUp(document, pointerOf('paths', at, method, 'requestBody'));
        const content = resolve(document, resolve(document, body['content'])['application/json']);
        const { properties } = resolve(document, content['schema']);
        return isObject(properties) ? resolve(document, properties[property]) : {};
      };
      expect(said('post', path)['default']).toBe(value);
      expect(said('patch', `${path}/{id}`)).not.toHaveProperty('default');
    });
  });
}
