import { describe, expect, test } from 'vitest';
import { type Field, propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import type { Bench } from '../bench.ts';
import { expectProblem, pointerTo } from '../expect/problem.ts';
import { exchange, headerOf } from '../http/ask.ts';
import { type Json, parseObject, spell } from '../json.ts';
import { type Invalid, shownOf } from '../samples/samples.ts';
import { samplesOf } from '../samples/samples-of.ts';
import { pathOf } from '../url.ts';

/** Null is a value of its own: the required field refuses it, the optional one is emptied. */
function validCases({ api, rows }: Bench, resource: Resource, field: Field): void {
  const path = pathOf(resource);
  const property = propertyOf(field);
  const { valid, validRaw = [] } = samplesOf(field);
  const samples = valid.map((sample) => [sample.name.slice(0, 60), sample] as const);

  test.for(samples)('takes %s', async ([, sample]) => {
    const draft = await rows.draft(resource, { [property]: sample.value });
    const created = await api.post(path, draft);
    expect(created.status, exchange(created)).toBe(201);
    const body = parseObject(created.text);
    expect(body[property]).toEqual(shownOf(sample));
    const row = headerOf(created, 'location');
    const read = await api.get(row);
    expect(parseObject(read.text)).toEqual(body);
    const patched = await api.patch(row, { [property]: sample.value });
    expect(patched.status, exchange(patched)).toBe(200);
    expect(headerOf(patched, 'etag')).toBe(headerOf(created, 'etag'));
    const removed = await api.remove(row);
    expect(removed.status).toBe(204);
  });

  test.for(validRaw)('takes %s as it stands', async ([raw, shown]) => {
    const created = await api.postText(path, spell(await rows.draft(resource), property, raw));
    expect(created.status, exchange(created)).toBe(201);
    expect(parseObject(created.text)[property]).toEqual(shown);
    const row = headerOf(created, 'location');
    expect(parseObject((await api.get(row)).text)).toEqual(parseObject(created.text));
    const patched = await api.patchText(row, `{"${property}":${raw}}`);
    expect(patched.status, exchange(patched)).toBe(200);
    expect(headerOf(patched, 'etag')).toBe(headerOf(created, 'etag'));
  });
}

function invalidCases({ api, rows }: Bench, resource: Resource, field: Field): void {
  const path = pathOf(resource);
  const property = propertyOf(field);
  const samples = samplesOf(field);
  const invalid = samples.invalid.map((sample: Invalid) => [sample.name, sample] as const);
  const refused = { status: 422, pointers: [pointerTo(property)] };

  test.for(invalid)('refuses %s', async ([, { value }]) => {
    const draft = await rows.draft(resource, { [property]: value });
    expectProblem(await api.post(path, draft), refused);
    const row = await rows.create(resource);
    expectProblem(await api.patch(row.path, { [property]: value }), refused);
    expect(parseObject((await api.get(row.path)).text)).toEqual(row.body);
  });

  test.for((samples.invalidRaw ?? []).map((raw) => [raw.slice(0, 40), raw] as const))(
    'refuses %s as it stands',
    async ([, raw]) => {
      const draft = await rows.draft(resource);
      expectProblem(await api.postText(path, spell(draft, property, raw)), refused);
    },
  );
}

function emptyCases({ api, rows }: Bench, resource: Resource, field: Field): void {
  const property = propertyOf(field);
  const patchNull = async () => {
    const row = await rows.create(resource);
    return { row, answer: await api.patch(row.path, { [property]: null }) };
  };
  if (field.required) {
    test('refuses null in a patch', async () => {
      const { answer } = await patchNull();
      expectProblem(answer, { status: 422, pointers: [pointerTo(property)] });
    });
    return;
  }
  test('is emptied by null in a patch', async () => {
    const { row, answer } = await patchNull();
    expect(answer.status, exchange(answer)).toBe(200);
    const expected: Json = null;
    expect(parseObject(answer.text)[property]).toBe(expected);
    expect(parseObject((await api.get(row.path)).text)[property]).toBe(expected);
  });
}

/** Section 1 for each field: what is taken, how it comes back, what is refused. */
export function fieldValueCases(bench: Bench, resource: Resource): void {
  for (const field of resource.fields) {
    const need = field.required ? 'required' : 'optional';
    describe(`${propertyOf(field)}, ${need} ${field.type}`, () => {
      validCases(bench, resource, field);
      invalidCases(bench, resource, field);
      emptyCases(bench, resource, field);
    });
  }
}
