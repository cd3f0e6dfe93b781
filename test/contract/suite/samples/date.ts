import { byCodePoint, notText, type Samples } from './samples.ts';

const ordinary = [
  '2026-11-22',
  '2024-02-29',
  '2000-02-29',
  '1970-01-01',
  '1969-12-31',
  '1900-01-01',
];
/** The ends, and a day that other calendars have not. */
const far = ['0001-01-01', '0099-12-31', '0999-12-31', '1582-10-10', '9999-12-31'];
const noSuchDay = ['2026-02-30', '2023-02-29', '1900-02-29', '2026-04-31', '2026-01-32'];
const misspelt = [
  '',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '20260101',
  '01-01-2026',
  '2026/01/01',
  '2026-01',
  '2026-01-01T00:00:00Z',
  ' 2026-01-01',
  '2026-01-01 ',
  '2026-01-01\n',
  '0000-01-01',
  '0000-12-31',
  '10000-01-01',
  '-0001-01-01',
  '-2026-01-01',
  '+002026-01-01',
  '\uff12\uff10\uff12\uff16-01-01',
  'today',
  '2026-01-01\u0000',
];
const day = 86_400_000;

export function dateSamples(): Samples {
  return {
    valid: [...ordinary, ...far].map((value) => ({ name: value, value })),
    invalid: [
      ...notText,
      { name: '20260101, a number', value: 20_260_101 },
      ...misspelt.map((value) => ({ name: JSON.stringify(value), value, beyondSchema: true })),
      ...noSuchDay.map((value) => ({ name: value, value, beyondSchema: true })),
    ],
    invalidText: ['', '2026-02-30', '2026-1-1', 'today'],
    fresh: (n) => new Date((n % 2_900_000) * day).toISOString().slice(0, 10),
    compare: byCodePoint,
  };
}
