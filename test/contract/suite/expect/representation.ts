import { expect } from 'vitest';
import { propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import { type JsonObject, textOf } from '../json.ts';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
const utcMilliseconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u;

/** The milliseconds since 1970 that the first 48 bits of a UUIDv7 hold. */
const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** The body carries exactly what a representation carries, made now. */
export function expectRepresentation(resource: Resource, body: JsonObject): void {
  const { id, createdAt, updatedAt } = body;
  expect(Object.keys(body).toSorted()).toEqual(
    [
      'id',
      ...resource.fields.map((field) => propertyOf(field)),
      'createdAt',
      'updatedAt',
    ].toSorted(),
  );
  expect(id).toMatch(uuidV7);
  expect(createdAt).toMatch(utcMilliseconds);
  expect(updatedAt).toMatch(utcMilliseconds);
  const hour = 3_600_000;
  expect(Math.abs(Date.parse(textOf(createdAt)) - Date.now())).toBeLessThan(hour);
  expect(Math.abs(timeOf(textOf(id)) - Date.parse(textOf(createdAt)))).toBeLessThan(1000);
  expect(textOf(updatedAt) >= textOf(createdAt)).toBe(true);
}
