import { byCodePoint, notText, type Samples } from './samples.ts';

/** Well-formed, version 7, and of no row. */
export const nobody = '01890000-0000-7000-8000-000000000000';

const malformed = [
  '',
  'abc',
  '1',
  'null',
  nobody.slice(0, -1),
  `${nobody}0`,
  ` ${nobody}`,
  `${nobody} `,
  `${nobody}\n`,
  nobody.replaceAll('-', ''),
  `{${nobody}}`,
  `urn:uuid:${nobody}`,
  '01890000-0000-7000-8000-00000000000g',
];

/** The valid values of a reference are rows: the suite makes them. */
export function referenceSamples(): Samples {
  return {
    valid: [],
    invalid: [
      ...notText,
      { name: 'an id of no row', value: nobody, beyondSchema: true },
      ...malformed.map((value) => ({ name: JSON.stringify(value), value, beyondSchema: true })),
    ],
    invalidText: ['', 'abc', nobody.slice(0, -1), `${nobody}0`],
    fresh: () => nobody,
    compare: byCodePoint,
  };
}
