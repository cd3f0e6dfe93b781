import { basename, extname } from 'node:path';
import { setFlagsFromString } from 'node:v8';

type Formatter = (text: string, path: string, lineWidth: number) => string;

/** npm writes these itself, and prettier keeps to what npm writes. */
const npmFiles: ReadonlySet<string> = new Set(['package.json']);

/** Objects on several lines, arrays on one line where they fit: how prettier lays out JSON. */
function layOutJson(value: unknown, lineWidth: number, indent = ''): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const flat = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const simple = value.every((item) => typeof item !== 'object' || item === null);
    if (simple && indent.length + flat.length <= lineWidth) return flat;
    return `[\n${value.map((item) => inner + layOutJson(item, lineWidth, inner)).join(',\n')}\n${indent}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0) return '{}';
    const lines = entries.map(([key, item], index) => {
      const head = `${inner}${JSON.stringify(key)}: `;
      const comma = index < entries.length - 1 ? 1 : 0;
      return head + layOutJson(item, lineWidth - (head.length - inner.length) - comma, inner);
    });
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  return JSON.stringify(value);
}

/** A JSON file as prettier would write it. */
export const formatJson = (value: unknown, path: string, lineWidth: number): string =>
  `${npmFiles.has(basename(path)) ? JSON.stringify(value, null, 2) : layOutJson(value, lineWidth)}\n`;

async function typeScript(): Promise<Formatter> {
  // Without this V8 also compiles the module with its optimising compiler: 0.2 s of CPU and 45 MB
  // for a dozen files that the baseline compiler formats in 0.05 s.
  setFlagsFromString('--liftoff-only');
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
 * Loads what formats rendered text to the bytes that prettier would leave unchanged (held by a test
 * over every combination). Files of other kinds come back as they are.
 */
export async function loadFormatter(): Promise<Formatter> {
  const formatTypeScript = await typeScript();
  return (text, path, lineWidth) => {
    switch (extname(path)) {
      case '.ts':
        return formatTypeScript(text, path, lineWidth);
      case '.json':
        return formatJson(JSON.parse(text), path, lineWidth);
      default:
        return text;
    }
  };
}
