import { byDigits, notText, type Samples } from './samples.ts';

const taken = ['0', '1', '-1', '9', '10', '9007199254740993', '9007199254740992'];
const ends = ['9223372036854775807', '-9223372036854775808'];
const outside = ['9223372036854775808', '-9223372036854775809', '9'.repeat(40), '9'.repeat(5000)];
const misspelt = [
  '',
  '-0',
  '01',
  '-01',
  '+1',
  '1.0',
  '1e3',
  ' 1',
  '1 ',
  '1\n',
  '-',
  '--1',
  'abc',
  '0x10',
  '1_000',
  '1,000',
  '\u0661',
  '1\u0000',
];

export function bigintSamples(): Samples {
  return {
    valid: [...taken, ...ends].map((value) => ({ name: value, value })),
    invalid: [
      ...notText,
      ...misspelt.map((value) => ({ name: JSON.stringify(value), value })),
      ...outside.map((value) => ({ name: value.slice(0, 60), value, beyondSchema: true })),
    ],
    invalidRaw: ['9007199254740993', '1e400'],
    invalidText: ['', '01', '1.0', 'abc', '9223372036854775808'],
    fresh: (n) => String(n),
    compare: byDigits,
  };
}
