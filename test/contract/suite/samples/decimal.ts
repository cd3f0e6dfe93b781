import { textOf } from '../json.ts';
import { byDigits, notText, type Samples } from './samples.ts';

interface Kind {
  readonly precision: number;
  readonly scale: number;
}

const misspelt = ['', '+1', '1e2', '1,5', ' 1', '1 ', '1\n', '-', '.', '--1', 'abc', 'NaN'];
const strange = ['Infinity', '0x1', '1_0', '\u0661', '1\u0000', '1.5.5', '1'.repeat(5000)];

/** A text with all its `scale` fraction digits: "19.9" is shown as "19.90". */
function padded(text: string, scale: number): string {
  const [whole = '0', fraction = ''] = text.split('.');
  return scale === 0 ? whole : `${whole}.${fraction.padEnd(scale, '0')}`;
}

/** The whole and the fraction digits that just fit, and one digit too many of each. */
function edges({ precision, scale }: Kind) {
  const whole = '9'.repeat(precision - scale) || '0';
  const largest = scale === 0 ? whole : `${whole}.${'9'.repeat(scale)}`;
  return {
    taken: [largest, `-${largest}`, padded('0', scale), ...(scale > 0 ? ['0.1', '-0.1'] : [])],
    refused: [
      `1${'0'.repeat(precision - scale)}`,
      `-1${'0'.repeat(precision - scale)}`,
      `0.${'0'.repeat(scale)}1`,
      `0.${'0'.repeat(scale + 1)}`,
    ],
  };
}

export function decimalSamples(kind: Kind): Samples {
  const { precision, scale } = kind;
  const { taken, refused } = edges(kind);
  const small = precision > scale ? ['0', '1', '-1', '9'] : ['0'];
  const zeros = ['-0', ...(scale > 0 ? ['-0.0'] : [])];
  return {
    valid: [
      ...new Map(
        [...small, ...taken].map((value) => [
          padded(value, scale),
          { name: value, value, shown: padded(value, scale) },
        ]),
      ).values(),
      ...zeros.map((value) => ({ name: value, value, shown: padded('0', scale) })),
    ],
    invalid: [
      ...notText,
      { name: '19.9, a number', value: 19.9 },
      ...[...misspelt, ...strange].map((value) => ({
        name: JSON.stringify(value).slice(0, 60),
        value,
      })),
      ...refused.map((value) => ({ name: value, value, beyondSchema: true })),
    ],
    invalidText: ['', 'abc', '1e2', refused[2] ?? ''],
    fresh: (n) => {
      const digits = String(n % 10 ** precision).padStart(scale + 1, '0');
      return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    },
    ...(scale > 0 && { alias: (shown) => textOf(shown).replace(/\.?0+$/u, '') || '0' }),
    compare: byDigits,
  };
}
