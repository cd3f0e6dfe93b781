import { formatJson } from '../render/format.ts';
import type { Json } from './json.ts';

type Printer = (value: Json) => string;

const widths = [100, 80, 120] as const;
const indents = [2, 4, '\t'] as const;

/** The indent of the first line that has one. */
const indentOf = (text: string): string => /^[ \t]+(?=\S)/mu.exec(text)?.[0] ?? '  ';

/**
 * What prints JSON as this text is printed: a layout that gives exactly this text, or else one with
 * its indent. `path` tells the layouts apart that formatters have for some names.
 */
export function printerLike(text: string, value: Json, path: string): Printer {
  const end = /\s*$/u.exec(text)?.[0] ?? '';
  const printers: readonly Printer[] = [
    ...widths.map((width) => (json: Json) => formatJson(json, path, width).trimEnd()),
    ...indents.map((indent) => (json: Json) => JSON.stringify(json, null, indent)),
    (json) => JSON.stringify(json),
  ];
  const print =
    printers.find((candidate) => candidate(value) === text.trim()) ??
    ((json) => JSON.stringify(json, null, indentOf(text)));
  return (json) => print(json) + end;
}
