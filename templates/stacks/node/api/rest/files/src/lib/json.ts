import { isUtf8 } from 'node:buffer';
import { Problem } from './problem.ts';

const maximumDepth = 64;

/**
 * Parses a request body more strictly than `JSON.parse`, which lets the last of two equal keys win
 * and says nothing about invalid UTF-8 or depth.
 */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) throw malformed('The body is empty.');
  if (!isUtf8(body)) throw malformed('The body is not valid UTF-8.');
  const text = body.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw malformed('The body is not valid JSON.', { cause });
  }
  inspect(text);
  // A field may be called `toString`: what a body does not say must not be found on its prototype.
  if (typeof value === 'object' && value !== null) Object.setPrototypeOf(value, null);
  return value;
}

function malformed(detail: string, options?: ErrorOptions): Problem {
  return new Problem('malformed', detail, options);
}

/** Walks a text that is known to be valid JSON; arrays have no keys to remember. */
function inspect(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x7b || character === 0x5b) {
      open.push(character === 0x7b ? new Set() : undefined);
      if (open.length > maximumDepth) {
        throw malformed(`The body is nested more than ${maximumDepth} levels deep.`);
      }
    } else if (character === 0x7d || character === 0x5d) {
      open.pop();
    } else if (character === 0x22) {
      const end = endOfString(text, at);
      if (isKey(text, end)) remember(text.slice(at, end), open.at(-1));
      at = end - 1;
    }
  }
}

function remember(literal: string, keys: Set<string> | undefined): void {
  const key = literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1);
  if (key === '__proto__') throw malformed('The key "__proto__" is not allowed.');
  if (keys?.has(key)) throw malformed(`The key ${JSON.stringify(key)} occurs twice.`);
  keys?.add(key);
}

/** Returns the index behind the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text[quote - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function isKey(text: string, behind: number): boolean {
  let at = behind;
  while (' \t\r\n'.includes(text[at] ?? '.')) at += 1;
  return text[at] === ':';
}
