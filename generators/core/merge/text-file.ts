/** A text as lines, and what its bytes say beside them. */
export interface TextFile {
  /** Without carriage returns and byte order mark. */
  readonly lines: readonly string[];
  /** The same as they stand in the file; what follows the last line feed is the last of them. */
  readonly raw: readonly string[];
  /** Whether most of its lines end in CR LF. */
  readonly isCrlf: boolean;
  readonly encode: (text: string) => Uint8Array;
}

const bom = '\u{feff}';

const plain = (line: string, index: number): string =>
  (index === 0 && line.startsWith(bom) ? line.slice(1) : line).replace(/\r$/u, '');

/** Git takes a file for text as long as there is no NUL in its beginning. */
export const isText = (content: Uint8Array): boolean => !content.subarray(0, 8000).includes(0);

type Encoding = 'utf8' | 'latin1';

/** Whether bytes are well-formed UTF-8. */
export const isUtf8 = (content: Uint8Array): boolean => {
  const bytes = Buffer.from(content);
  return Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes);
};

function read(content: Uint8Array, encoding: Encoding): TextFile {
  const raw = Buffer.from(content).toString(encoding).split('\n');
  const crlf = raw.filter((line) => line.endsWith('\r')).length;
  return {
    lines: raw.map(plain),
    raw,
    isCrlf: crlf * 2 > raw.length - 1,
    encode: (out) => Buffer.from(out, encoding),
  };
}

/** Reads texts alike. If one is not UTF-8, all are taken byte for byte, and come out as they went in. */
export const readTexts = (...contents: readonly Uint8Array[]): readonly TextFile[] =>
  contents.map((content) => read(content, contents.every(isUtf8) ? 'utf8' : 'latin1'));

export const readText = (content: Uint8Array): TextFile =>
  read(content, isUtf8(content) ? 'utf8' : 'latin1');

/** The text as a program reads it: without byte order mark, lines ending in LF. */
export const textOf = (content: Uint8Array): string => readText(content).lines.join('\n');

/** Writes a text in the way of a file: its line ends, and its byte order mark. */
export function dress(text: string, { raw, isCrlf, encode }: TextFile): Uint8Array {
  const mark = raw[0]?.startsWith(bom) === true ? bom : '';
  return encode(mark + (isCrlf ? text.replaceAll('\n', '\r\n') : text));
}
