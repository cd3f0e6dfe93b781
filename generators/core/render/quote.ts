/** A JSON value on one line; also a double-quoted literal in JavaScript and YAML. */
export const json = (value: unknown): string => JSON.stringify(value);

const count = (text: string, quote: string): number => text.split(quote).length - 1;

/** A Python literal as its formatters want it: double-quoted, unless that takes more escapes. */
export function py(text: string): string {
  // Templates are not typed.
  if (typeof text !== 'string') throw new Error(`py() quotes a text, not ${typeof text}`);
  const escaped = [...text].map(escapedInPython).join('');
  return count(text, '"') > count(text, "'")
    ? `'${escaped.replaceAll("'", String.raw`\'`)}'`
    : `"${escaped.replaceAll('"', String.raw`\"`)}"`;
}

/** Control characters, and halves of characters, in escapes that both JSON and Python know. */
const escapedInPython = (character: string): string =>
  JSON.stringify(character).slice(1, -1).replace(/^\\"$/u, '"');

/** A TypeScript literal as prettier wants it: single-quoted, unless that takes more escapes. */
export function ts(text: string): string {
  // Templates are not typed.
  if (typeof text !== 'string') throw new Error(`ts() quotes a text, not ${typeof text}`);
  if (count(text, "'") > count(text, '"')) return JSON.stringify(text);
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"');
  return `'${escaped.replaceAll("'", String.raw`\'`)}'`;
}
