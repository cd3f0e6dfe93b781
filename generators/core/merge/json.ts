export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A string, a comment, a comma that nothing follows, or white space. */
const token =
  /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*[\]}])|\s+/gu;

const isString = (text: string): boolean => text.startsWith('"');

const parse = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/**
 * Reads JSON of which printing it again would lose nothing but white space.
 *
 * @returns `undefined` for anything else: comments, a key given twice, a number that JavaScript cannot hold
 */
export function parseExact(text: string): Json | undefined {
  const value = parse(text);
  if (value === undefined) return undefined;
  const bare = text.replaceAll(token, (found) => (isString(found) ? found : found.trim()));
  return JSON.stringify(value) === bare ? value : undefined;
}

/** Whether a text is JSON, or would be without comments and trailing commas. */
export const isJson = (text: string): boolean =>
  parse(text.replaceAll(token, (found) => (isString(found) ? found : ''))) !== undefined;
