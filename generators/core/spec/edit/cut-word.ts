/** A stretch of a word, and at which character of it it begins, counted from 1. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

/** A text in quotes, in which nothing separates. */
const quoted = /"(?:[^"\\]|\\.)*"/uy;

/** What stands behind the first `:` or `,` that separates: one before a letter, `09:30` has none. */
const separator = /[:,](?=[A-Za-z])/uy;

/**
 * Cuts the modifiers of a field apart: `max=9,unique:default="a, b"`. A separator is one only before
 * a letter, so that times, addresses with a port and `https://` are values as they stand.
 */
export function cutModifiers(word: string, start: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let begin = start;
  let index = start;
  while (index < word.length) {
    quoted.lastIndex = index;
    separator.lastIndex = index;
    // Quotes mean something only where a value begins.
    if (word[index - 1] === '=' && quoted.test(word)) index = quoted.lastIndex;
    else if (separator.test(word)) {
      pieces.push({ text: word.slice(begin, index), at: begin + 1 });
      index += 1;
      begin = index;
    } else index += 1;
  }
  return [...pieces, { text: word.slice(begin), at: begin + 1 }];
}

/** A value as it is typed: in quotes where it would be cut apart, or taken for a quoted one. */
export function quoteValue(value: string): string {
  const isPlain = value !== '' && !value.startsWith('"') && !/[:,][A-Za-z]/u.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/** The value that `quoteValue` printed; `undefined` for quotes that do not end. */
export function unquoteValue(text: string): string | undefined {
  if (!text.startsWith('"')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
