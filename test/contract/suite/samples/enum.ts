import { byCodePoint, notText, type Samples } from './samples.ts';

/** The other case of every letter: enums, too, are told apart by it. */
const swapCase = (text: string): string =>
  [...text].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join('');

export function enumSamples({ values }: { readonly values: readonly string[] }): Samples {
  const [first = ''] = values;
  const others = [
    '',
    'no-such-value',
    swapCase(first),
    ` ${first}`,
    `${first} `,
    `${first}\u0000`,
    first.slice(0, -1),
    'constructor',
    'toString',
    '__proto__',
    values.join(','),
  ];
  const wrong = [...new Set(others)].filter((other) => !values.includes(other));
  return {
    valid: values.map((value) => ({ name: value, value })),
    invalid: [
      ...notText,
      { name: 'an array with a right value', value: [first] },
      ...wrong.map((value) => ({ name: JSON.stringify(value).slice(0, 60), value })),
    ],
    invalidText: wrong,
    fresh: (n) => values[n % values.length] ?? first,
    compare: byCodePoint,
  };
}
