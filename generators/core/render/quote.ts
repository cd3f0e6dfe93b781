/** A JSON value on one line; also a double-quoted literal in JavaScript and YAML. */
export const json = (value: unknown): string => JSON.stringify(value);

/** A single-quoted TypeScript literal, as prettier wants it. */
export function ts(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"');
  return text.includes("'") && !text.includes('"')
    ? JSON.stringify(text)
    : `'${escaped.replaceAll("'", String.raw`\'`)}'`;
}
