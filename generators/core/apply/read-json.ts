import { readFileSync } from 'node:fs';
import { Refusal } from '../refusal.ts';

/** @throws {Refusal} naming the file, when it cannot be read or is not JSON */
export function readJson(path: string): unknown {
  return parseJson(readFileSync(path, 'utf8'), path);
}

const tokens = /"(?:[^"\\]|\\.)*"(?<colon>\s*:)?|[{}[\]]/gu;

const quotesIn = (text: string): number => text.split('"').length;

/** The first key that an object has twice, of text that is JSON: a merge of branches may leave such. */
function repeatedKey(text: string, value: unknown): string | undefined {
  // Of two alike one is lost, with its quotes: nearly every text is looked at no further.
  if (quotesIn(text) === quotesIn(JSON.stringify(value))) return undefined;
  const open: Set<string>[] = [];
  for (const { 0: token, groups } of text.matchAll(tokens)) {
    const colon = groups?.['colon'];
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const key = token.slice(0, -colon.length);
      if (open.at(-1)?.has(key) === true) return key;
      open.at(-1)?.add(key);
    }
  }
  return undefined;
}

/** @throws {Refusal} naming where the text came from, when it is not JSON, or has a key twice */
export function parseJson(text: string, source: string): unknown {
  const value = parse(text, source);
  const twice = repeatedKey(text, value);
  if (twice !== undefined) {
    throw new Refusal(`${source} has ${twice} twice in one object, of which one must go.`);
  }
  return value;
}

function parse(text: string, source: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch (error) {
    const why = String(error instanceof Error ? error.message : error).replaceAll(
      /[\s\p{Cc}]+/gu,
      ' ',
    );
    throw new Refusal(`${source} is not JSON: ${why}.`, { cause: error });
  }
}
