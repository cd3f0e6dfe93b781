import { byNumber, type Samples } from './samples.ts';

const smallest = -2_147_483_648;
const largest = 2_147_483_647;

const notInteger = ['5', '', 'abc', true, false, [], [5], {}];
const outside = [largest + 1, smallest - 1, 1.5, -0.1, 1e10, Number.MAX_SAFE_INTEGER, 1e300];

export function integerSamples(): Samples {
  return {
    valid: [0, 1, -1, 9, 10, smallest, largest].map((value) => ({ name: String(value), value })),
    invalid: [...notInteger, ...outside].map((value) => ({ name: JSON.stringify(value), value })),
    invalidRaw: ['1e400', '-1e400', '12345678901234567890123456789', `1${'0'.repeat(5000)}`],
    invalidText: ['', 'abc', '1.5', '2147483648', '5 ', '0x10', '1e2', 'null', 'true'],
    fresh: (n) => n,
    compare: byNumber,
  };
}
