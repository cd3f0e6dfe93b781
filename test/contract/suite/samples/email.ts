import { textOf } from '../json.ts';
import { byCodePoint, notText, type Samples } from './samples.ts';

const label = 'd'.repeat(60);
/** 254 characters, the local part 64 of them. */
const longest = `${'l'.repeat(64)}@${[label, `${label}d`, 'd'.repeat(63)].join('.')}.co`;

const taken = ['a@b.co', 'first.last@example.test', 'a+tag@example.test', "o'neil@example.test"];
const refused = [
  '',
  'plain',
  '@example.test',
  'a@',
  'a@@example.test',
  'a b@example.test',
  'a@exam ple.test',
  'a@example..test',
  ' a@example.test',
  'a@example.test ',
  'a@example.test\n',
  'a\u0000@example.test',
  'a\ud800@example.test',
  `l${longest}`,
  `a@${`${label}.`.repeat(200)}co`,
];

export function emailSamples(): Samples {
  return {
    valid: [
      ...taken.map((value) => ({ name: value, value })),
      { name: 'upper case', value: 'Upper.CASE@Example.TEST', shown: 'upper.case@example.test' },
      { name: '254 characters', value: longest },
    ],
    invalid: [
      ...notText,
      ...refused.map((value) => ({
        name: JSON.stringify(value).slice(0, 60),
        value,
        beyondSchema: true,
      })),
    ],
    invalidText: ['', 'plain', 'a@@example.test'],
    fresh: (n) => `user${n}@example.test`,
    alias: (shown) => textOf(shown).toUpperCase(),
    compare: byCodePoint,
  };
}
