import { expect, test } from 'vitest';
import { boundsOf, propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { isObject, type JsonObject, parseObject } from '../json.ts';
import { lookUp, pointerOf, resolve } from '../openapi/document.ts';
import { pathOf } from '../url.ts';

/** A schema, and those of which it says that any will do. */
const branches = (document: JsonObject, schema: JsonObject): readonly JsonObject[] => {
  const { anyOf } = schema;
  return [
    schema,
    ...(Array.isArray(anyOf) ? anyOf.map((branch) => resolve(document, branch)) : []),
  ];
};

/** What a caller can read about the bounds that `field-values` tries out. */
export function boundCases({ api }: Bench, resource: Resource): void {
  const path = pathOf(resource);
  const bounded = resource.fields.filter((field) => Object.keys(boundsOf(field)).length > 0);

  test.for(bounded)('the description tells the bounds of $name', async (field) => {
    const document = parseObject((await api.get('/openapi.json')).text);
    const { min, max } = boundsOf(field);
    for (const [method, at] of [
      ['post', path],
      ['patch', `${path}/{id}`],
    ] as const) {
      const body = lookUp(document, pointerOf('paths', at, method, 'requestBody'));
      const content = resolve(document, resolve(document, body['content'])['application/json']);
      const { properties } = resolve(document, content['schema']);
      const schema = resolve(document, isObject(properties) && properties[propertyOf(field)]);
      const said = Object.assign({}, ...branches(document, schema)) as JsonObject;
      if (typeof (min ?? max) === 'number') {
        if (min !== undefined) expect(said['minimum']).toBe(min);
        if (max !== undefined) expect(said['maximum']).toBe(max);
      } else {
        if (min !== undefined) expect(said['description']).toContain(`at least ${min}`);
        if (max !== undefined) expect(said['description']).toContain(`at most ${max}`);
      }
    }
  });
}
