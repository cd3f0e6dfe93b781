import { textOf } from '../json.ts';
import { byCodePoint, notText, type Samples } from './samples.ts';

const v4 = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';
const versions = [1, 2, 3, 4, 5, 6, 7, 8].map((version) => v4.replace('-4', `-${version}`));
const variants = ['8', '9', 'b'].map((variant) => v4.replace('-a', `-${variant}`));
const nil = '00000000-0000-0000-0000-000000000000';
const max = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Of no version or variant of RFC 9562: no database minds, so the edge has to. */
const unknown = [
  ...['0', '9', 'f'].map((version) => v4.replace('-4', `-${version}`)),
  ...['0', '7', 'c', 'f'].map((variant) => v4.replace('-a', `-${variant}`)),
];

/** Some of them are UUIDs to a database. */
const misspelt = [
  '',
  'abc',
  'null',
  v4.slice(0, -1),
  `${v4}0`,
  ` ${v4}`,
  `${v4} `,
  `${v4}\n`,
  `${v4}\u0000`,
  v4.replaceAll('-', ''),
  v4.replaceAll('-', '_'),
  `{${v4}}`,
  `urn:uuid:${v4}`,
  'f47a-c10b-58cc-4372-a567-0e02-b2c3-d479',
  'g47ac10b-58cc-4372-a567-0e02b2c3d479',
  '\uff1047ac10b-58cc-4372-a567-0e02b2c3d479',
];

export function uuidSamples(): Samples {
  return {
    valid: [
      ...[...versions, ...variants, nil, max].map((value) => ({ name: value, value })),
      { name: 'upper case', value: v4.toUpperCase(), shown: v4 },
      { name: 'the last of all in upper case', value: max.toUpperCase(), shown: max },
      { name: 'mixed case', value: 'F47ac10B-58cC-4372-A567-0e02b2c3D479', shown: v4 },
    ],
    invalid: [
      ...notText,
      ...[...misspelt, ...unknown].map((value) => ({
        name: JSON.stringify(value),
        value,
        beyondSchema: true,
      })),
    ],
    invalidText: ['', 'abc', v4.slice(0, -1), `{${v4}}`, v4.replaceAll('-', '')],
    fresh: (n) => `f47ac10b-58cc-4372-a567-${n.toString(16).padStart(12, '0')}`,
    alias: (shown) => textOf(shown).toUpperCase(),
    compare: byCodePoint,
  };
}
