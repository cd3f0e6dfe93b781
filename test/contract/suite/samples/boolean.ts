import { byCodePoint, type Samples } from './samples.ts';

export function booleanSamples(): Samples {
  return {
    valid: [true, false].map((value) => ({ name: String(value), value })),
    invalid: ['true', 'false', 'yes', '', 0, 1, [], [true], {}].map((value) => ({
      name: JSON.stringify(value),
      value,
    })),
    invalidText: ['', 'yes', '1', '0', 'TRUE', 'null'],
    fresh: (n) => n % 2 === 0,
    compare: byCodePoint,
  };
}
