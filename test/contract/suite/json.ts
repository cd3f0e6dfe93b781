export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text as a JSON object. Throws with the text when it is anything else. */
export function parseObject(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new Error(`not a JSON object: ${text.slice(0, 200)}`);
  return value;
}

/** The string under `key`. Throws when there is none. */
export function stringAt(object: JsonObject, key: string): string {
  const value = object[key];
  if (typeof value !== 'string') throw new Error(`"${key}" is no string: ${JSON.stringify(value)}`);
  return value;
}

/** The objects in the array under `key`; nothing when there is no array. */
export function objectsAt(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object[key];
  return Array.isArray(value) ? value.filter((item) => isObject(item)) : [];
}

/** A JSON text of `body` in which the value of `key` is spelled exactly as `raw`. */
export function spell(body: JsonObject, key: string, raw: string): string {
  const mark = '@raw@';
  return JSON.stringify({ ...body, [key]: mark }).replace(JSON.stringify(mark), () => raw);
}

export const without = (body: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));

/** A value as it stands in a query: texts bare, everything else as JSON. */
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);
