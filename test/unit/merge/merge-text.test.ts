import { describe, expect, test } from 'vitest';
import { mergeText } from '../../../generators/core/merge/merge-text.ts';
import { unite } from '../../../generators/core/merge/unite.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');

const merge = (base: string, ours: string, next: string, marked = false) => {
  const { content, clashes } = mergeText(bytes(base), bytes(ours), bytes(next), { marked });
  return { text: Buffer.from(content).toString(), clashes: clashes.length };
};

const bom = '\u{feff}';

const clean: readonly (readonly [
  what: string,
  base: string,
  ours: string,
  next: string,
  result: string,
])[] = [
  ['two edits apart', 'a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n', 'A\nb\nC\n'],
  ['the same edit twice', 'a\nb\nc\n', 'a\nX\nc\n', 'a\nX\nc\n', 'a\nX\nc\n'],
  [
    'CR LF of ours stays, in new lines too',
    'a\nb\nc\n',
    'a\r\nb\r\nC\r\n',
    'a\nnew\nb\nc\n',
    'a\r\nnew\r\nb\r\nC\r\n',
  ],
  [
    'line ends that differ stay as they are',
    'a\nb\nc\nd\n',
    'a\r\nb\nc\nD\n',
    'a\nb\nc\nd\n',
    'a\r\nb\nc\nD\n',
  ],
  ['no new line at the end of ours', 'a\nb\nc\n', 'a\nb\nc', 'A\nb\nc\n', 'A\nb\nc'],
  ['no new line at the end, in CR LF', 'a\nb\nc\n', 'a\r\nb\r\nc', 'A\nb\nc\n', 'A\r\nb\r\nc'],
  ['a byte order mark', 'a\nb\nc\n', `${bom}a\nb\nC\n`, 'a\nx\nb\nc\n', `${bom}a\nx\nb\nC\n`],
  ['all of it gone on one side', 'a\n', '', 'a\n', ''],
  ['an empty base and an empty side', '', '', 'a\n', 'a\n'],
];

test.each(clean)('%s', (_, base, ours, next, result) => {
  expect(merge(base, ours, next)).toEqual({ text: result, clashes: 0 });
});

describe('where both changed the same lines', () => {
  const three = ['a\nb\nc\n', 'a\nours\nc\n', 'a\nnext\nc\n'] as const;

  test('ours stands', () => {
    expect(merge(...three)).toEqual({ text: three[1], clashes: 1 });
  });

  test('or both stand, between markers that end as the file does', () => {
    const marked = 'a\n<<<<<<< yours\nours\n=======\nnext\n>>>>>>> generated\nc\n';
    expect(merge(...three, true)).toEqual({ text: marked, clashes: 1 });
    const crlf = three[1].replaceAll('\n', '\r\n');
    expect(merge(three[0], crlf, three[2], true).text).toBe(marked.replaceAll('\n', '\r\n'));
  });
});

test('bytes that are no UTF-8 come out as they went in', () => {
  const ours = Buffer.from('caf\u{e9}\nb\nc\n', 'latin1');
  const { content } = mergeText(bytes('x\nb\nc\n'), ours, bytes('x\nb\nünd\n'), { marked: false });
  expect(Buffer.from(content)).toEqual(
    Buffer.concat([Buffer.from([0x63, 0x61, 0x66, 0xe9]), bytes('\nb\nünd\n')]),
  );
});

test('17 000 lines with 2 000 edits are merged in a moment', () => {
  const base = Array.from({ length: 17_000 }, (_, index) => `line ${index % 900}`);
  const ours = base.map((line, index) => (index % 17 === 3 ? `${line} ours` : line));
  const next = base.map((line, index) => (index % 17 === 11 ? `${line} next` : line));
  const started = process.cpuUsage().user;
  const { text, clashes } = merge(base.join('\n'), ours.join('\n'), next.join('\n'));
  expect(process.cpuUsage().user - started).toBeLessThan(2_000_000);
  expect(clashes).toBe(0);
  expect(text.match(/ (?:ours|next)$/gmu)).toHaveLength(2000);
});

const united = (base: string, ours: string, next: string) => {
  const options = { marked: false, settle: unite };
  const { content, clashes } = mergeText(bytes(base), bytes(ours), bytes(next), options);
  return { text: Buffer.from(content).toString(), clashes: clashes.length };
};

describe('a registry', () => {
  test.each([
    ['two insertions at one place', 'a\nz\n', 'a\nm\nz\n', 'a\nc\nz\n', 'a\nc\nm\nz\n'],
    ['at the end', 'a\n', 'a\nm\n', 'a\nc\n', 'a\nc\nm\n'],
    ['of the same item', 'a\nz\n', 'a\nm\nz\n', 'a\nm\nz\n', 'a\nm\nz\n'],
    ['an insertion beside a removal', 'a\nb\nz\n', 'a\nb\nc\nz\n', 'a\nz\n', 'a\nc\nz\n'],
    ['without a last new line', 'a', 'a\nm', 'a\nc', 'a\nc\nm'],
  ])('holds both sides, sorted: %s', (_, base, ours, next, text) => {
    expect(united(base, ours, next)).toEqual({ text, clashes: 0 });
  });
});
