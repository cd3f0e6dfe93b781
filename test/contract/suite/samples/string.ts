import { byCodePoint, type Invalid, notText, type Samples, type Valid } from './samples.ts';

const emoji = '\u{1F600}';

const words: readonly string[] = [
  'a',
  // Between it and whatever comes behind a space, where a database pads what it compares.
  'a\tb',
  'a\u0001',
  'a b',
  'A',
  'Z',
  'zebra',
  'two  words',
  'null',
  'true',
  '5',
  '[[[[{{{{',
  '"a":1,"a":2',
  String.raw`back\slash "quoted" \u0000 \ud800`,
  `Robert'); DROP TABLE tasks;--`,
  '<script>alert(1)</script> & %00 ${1} {{1}}',
  'line\nbreak\tand tab',
  'e\u0301',
  '\u00e9',
  '\uff5e',
  emoji,
  `${emoji}${emoji}`,
  '\u202eleft-to-right',
  '\u0001\u001f\u007f',
  '\uffff',
  '__proto__',
];

/** White space in every reading of the word: tab to space, no-break, ideographic, line separator. */
const spaces = [' ', '\t', '\n', '\r', '\u00a0', '\u2003', '\u3000', '\u2028'];

interface Lengths {
  readonly minLength: number;
  readonly maxLength: number;
}

function invalid({ minLength, maxLength }: Lengths): readonly Invalid[] {
  const longer = maxLength + 1;
  const hidden = [
    ...spaces.flatMap((space) => [
      { name: `${JSON.stringify(space)} in front`, value: `${space}a` },
      { name: `${JSON.stringify(space)} behind`, value: `a${space}` },
    ]),
    { name: 'only white space', value: ' ' },
    { name: 'U+0000', value: '\u0000' },
    { name: 'U+0000 inside', value: 'a\u0000b' },
    { name: 'a lone high surrogate', value: 'a\ud800' },
    { name: 'a lone low surrogate', value: '\udc00b' },
    { name: 'surrogates the wrong way round', value: '\ude00\ud83d' },
  ].filter(({ value }) => value.length <= maxLength);
  return [
    ...notText,
    { name: 'the empty string', value: '' },
    ...(minLength > 1
      ? [
          { name: 'one character too few', value: 'x'.repeat(minLength - 1) },
          { name: 'one code point too few', value: emoji.repeat(minLength - 1) },
        ]
      : []),
    { name: 'one character too many', value: 'x'.repeat(longer) },
    { name: 'one code point too many', value: emoji.repeat(longer) },
    { name: 'far too many characters', value: 'x'.repeat(10 * longer) },
    ...hidden.map((sample) => ({ ...sample, beyondSchema: true })),
  ];
}

/** Words of `minLength` to `maxLength` code points. */
export function stringSamples(lengths: Lengths): Samples {
  const { minLength, maxLength } = lengths;
  const longest: readonly Valid[] = [
    ...(minLength > 1
      ? [
          { name: 'as few characters as allowed', value: 'x'.repeat(minLength) },
          { name: 'as few code points as allowed', value: emoji.repeat(minLength) },
        ]
      : []),
    { name: 'as many characters as allowed', value: 'x'.repeat(maxLength) },
    { name: 'as many code points as allowed', value: emoji.repeat(maxLength) },
  ];
  return {
    valid: [
      ...words
        .filter((word) => Array.from(word).length >= minLength && word.length <= maxLength)
        .map((value) => ({ name: JSON.stringify(value), value })),
      ...longest,
    ],
    invalid: invalid(lengths),
    invalidText: ['', ' a', 'x'.repeat(maxLength + 1), '\u0000'],
    fresh: (n) => {
      const word = `w${n.toString(36).padStart(minLength - 1, '0')}`;
      const short = String.fromCodePoint(0x4e00 + (n % 20_000));
      return word.length <= maxLength ? word : short.padEnd(minLength, 'x');
    },
    compare: byCodePoint,
  };
}
