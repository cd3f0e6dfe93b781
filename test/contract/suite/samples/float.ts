import { byNumber, type Samples } from './samples.ts';

const whole = [0, 1, -1, 9, 10, 2_147_483_648, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
const fractions = [0.1, -0.1, 0.5, 0.300_000_000_000_000_04, 4.35, 123_456_789.123_456_79, 1 / 3];
const extremes = [
  1e-7,
  1e21,
  1e23,
  5e-324,
  -5e-324,
  2.225_073_858_507_201_4e-308,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
];

const notNumber = ['5', '1.5', '', 'NaN', 'Infinity', true, false, [], [1.5], {}];

export function floatSamples(): Samples {
  return {
    valid: [...whole, ...fractions, ...extremes].map((value) => ({ name: String(value), value })),
    validRaw: [
      ['-0', 0],
      ['-0.0', 0],
      ['1.0', 1],
      ['1e2', 100],
      ['1E-2', 0.01],
      // Between two doubles: the even one.
      ['9007199254740993', 9_007_199_254_740_992],
      ['1e-400', 0],
    ],
    invalid: notNumber.map((value) => ({ name: JSON.stringify(value), value })),
    invalidRaw: ['1e400', '-1e400', `1${'0'.repeat(400)}`],
    invalidText: [],
    fresh: (n) => n / 8,
    compare: byNumber,
  };
}
