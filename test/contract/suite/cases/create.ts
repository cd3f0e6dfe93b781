import { describe, expect, test } from 'vitest';
import { defaultOf, propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem, pointerTo } from '../expect/problem.ts';
import { expectRepresentation } from '../expect/representation.ts';
import { exchange, headerOf } from '../http/ask.ts';
import { parseObject, textOf } from '../json.ts';
import { needed, required } from '../rows.ts';
import { wrongFor } from '../samples/samples-of.ts';
import { pathOf } from '../url.ts';

/** The row "POST /api/v1/tasks". */
export function createCases({ api, rows }: Bench, resource: Resource): void {
  const path = pathOf(resource);

  describe('POST', () => {
    test('answers 201 with the representation, its Location and a strong ETag', async () => {
      const answer = await api.post(path, await rows.draft(resource));
      expect(answer.status, exchange(answer)).toBe(201);
      const body = parseObject(answer.text);
      expectRepresentation(resource, body);
      expect(headerOf(answer, 'etag')).toMatch(/^"[^"]+"$/u);
      const location = new URL(headerOf(answer, 'location'), api.origin());
      expect(location.pathname).toBe(`${path}/${textOf(body['id'])}`);
      const again = await api.get(location.pathname);
      expect(parseObject(again.text)).toEqual(body);
      expect(headerOf(again, 'etag')).toBe(headerOf(answer, 'etag'));
    });

    test('shows fields that were not sent as their defaults, or as null', async () => {
      const sent = await rows.least(resource);
      const answer = await api.post(path, sent);
      expect(answer.status, exchange(answer)).toBe(201);
      const body = parseObject(answer.text);
      for (const field of resource.fields.filter((each) => !(propertyOf(each) in sent))) {
        expect(body[propertyOf(field)], field.name).toBe(defaultOf(field) ?? null);
      }
    });

    test('takes null for optional fields', async () => {
      const optional = resource.fields.filter((field) => !field.required);
      const nulls = Object.fromEntries(optional.map((field) => [propertyOf(field), null]));
      const answer = await api.post(path, { ...(await rows.least(resource)), ...nulls });
      expect(answer.status, exchange(answer)).toBe(201);
      expect(parseObject(answer.text)).toMatchObject(nulls);
    });

    test('names every required field that is missing', async () => {
      const pointers = needed(resource).map((field) => pointerTo(propertyOf(field)));
      const answer = await api.post(path, {});
      if (pointers.length === 0) expect(answer.status).toBe(201);
      else expectProblem(answer, { status: 422, pointers });
    });

    test.for(required(resource).map((field) => propertyOf(field)))(
      'refuses null in the required field %s',
      async (property) => {
        const answer = await api.post(path, { ...(await rows.draft(resource)), [property]: null });
        expectProblem(answer, { status: 422, pointers: [pointerTo(property)] });
      },
    );

    test('names every wrong and every unknown field in one answer', async () => {
      const wrong = Object.fromEntries(
        resource.fields.map((field) => [propertyOf(field), wrongFor(field)]),
      );
      const body = { ...wrong, nosuch: 1, other: null };
      const answer = await api.post(path, body);
      expectProblem(answer, {
        status: 422,
        pointers: Object.keys(body).map((name) => pointerTo(name)),
      });
    });

    test.for(['[]', '[{}]', '"text"', '""', '5', 'true', 'null'])(
      'refuses the body %s, no object',
      async (body) => {
        expectProblem(await api.postText(path, body), { status: 422, pointers: [''] });
      },
    );
  });
}
