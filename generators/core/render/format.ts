import { basename, extname } from 'node:path';
import { setFlagsFromString } from 'node:v8';

export type Formatter = (text: string, path: string, lineWidth: number) => string;

/** npm writes these itself, and prettier keeps to what npm writes. */
const npmFiles: ReadonlySet<string> = new Set(['package.json']);

/** Objects with something in them, and lists of lists, stand on several lines at any width. */
function mustBreak(value: unknown): boolean {
  if (!Array.isArray(value)) {
    return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  }
  const isTable = value.length > 1 && value.every((item) => Array.isArray(item) && item.length > 1);
  return isTable || value.some(mustBreak);
}

const flat = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(flat).join(', ')}]` : JSON.stringify(value);

/** As many numbers on a line as there is room for. */
function fill(numbers: readonly number[], indent: string, lineWidth: number): string {
  const lines: string[] = [];
  for (const [index, number] of numbers.entries()) {
    const text = `${JSON.stringify(number)}${index < numbers.length - 1 ? ',' : ''}`;
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + text.length <= lineWidth) {
      lines[lines.length - 1] = `${line} ${text}`;
    } else lines.push(indent + text);
  }
  return lines.join('\n');
}

/**
 * How prettier lays out JSON whose objects stand on several lines; ASCII in lists is taken for
 * granted, since other characters may be two columns wide.
 *
 * @param used columns taken on the line: what stands before the value, and the comma behind it
 */
function layOutJson(value: unknown, lineWidth: number, indent: string, used: number): string {
  const inner = `${indent}  `;
  const each = (items: readonly (readonly [head: string, item: unknown])[]): string =>
    items
      .map(([head, item], index) => {
        const comma = index < items.length - 1 ? ',' : '';
        const before = inner.length + head.length + comma.length;
        return `${inner}${head}${layOutJson(item, lineWidth, inner, before)}${comma}`;
      })
      .join('\n');
  if (Array.isArray(value)) {
    const line = flat(value);
    if (!mustBreak(value) && used + line.length <= lineWidth) return line;
    const numbers = value.length > 1 && value.every((item) => typeof item === 'number');
    const lines = numbers ? fill(value, inner, lineWidth) : each(value.map((item) => ['', item]));
    return `[\n${lines}\n${indent}]`;
  }
  if (!mustBreak(value)) return JSON.stringify(value);
  const entries = Object.entries(value as object);
  return `{\n${each(entries.map(([key, item]) => [`${JSON.stringify(key)}: `, item]))}\n${indent}}`;
}

/** A JSON file as prettier would write it. */
export const formatJson = (value: unknown, path: string, lineWidth: number): string =>
  `${npmFiles.has(basename(path)) ? JSON.stringify(value, null, 2) : layOutJson(value, lineWidth, '', 0)}\n`;

async function typeScript(): Promise<Formatter> {
  // Without this V8 also compiles the module with its optimising compiler: 0.2 s of CPU and 45 MB
  // for a dozen files that the baseline compiler formats in 0.05 s. A V8 that runs already does not
  // conclude the next two flags from the first. The last one leaves each function unvalidated until
  // it is called, as all are left uncompiled until then: half of the time that loading takes.
  for (const flag of [
    '--liftoff-only',
    '--no-wasm-tier-up',
    '--no-wasm-dynamic-tiering',
    '--wasm-lazy-validation',
  ]) {
    setFlagsFromString(flag);
  }
  const { format } = await import('@wasm-fmt/biome_fmt');
  return (text, path, lineWidth) =>
    format(text, path, {
      indentStyle: 'space',
      indentWidth: 2,
      lineWidth,
      quoteStyle: 'single',
    });
}

/**
 * Formats what is data; code comes back as it is, since templates into which no name is printed are
 * laid out as they stand (held by a test over every combination).
 */
export const formatData: Formatter = (text, path, lineWidth) =>
  extname(path) === '.json' ? formatJson(JSON.parse(text), path, lineWidth) : text;

/** What is laid out by a program that takes time to load. */
const isCode = (path: string): boolean => path.endsWith('.ts');

/**
 * Loads what formats data and code to the bytes that prettier would leave unchanged (held by the same
 * test). Files of other kinds come back as they are.
 *
 * @param paths of what is to be formatted: nothing is loaded that none of them needs
 */
export async function loadFormatter(paths: readonly string[]): Promise<Formatter> {
  if (!paths.some(isCode)) return formatData;
  const formatTypeScript = await typeScript();
  return (text, path, lineWidth) =>
    (isCode(path) ? formatTypeScript : formatData)(text, path, lineWidth);
}
