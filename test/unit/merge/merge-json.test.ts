import { describe, expect, test } from 'vitest';
import { mergeThree } from './three.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const merge = (base: string, ours: string, next: string) =>
  mergeThree('some.json', 'json', [base, ours, next]);

const merged = (content: string, ...kept: readonly string[]) => ({ kind: 'merge', content, kept });

type Values = readonly [base: unknown, ours: unknown, next: unknown];

const clean: readonly (readonly [what: string, values: Values, result: unknown])[] = [
  ['keys added on both sides', [{ a: 1 }, { a: 1, o: 1 }, { a: 1, t: 1 }], { a: 1, t: 1, o: 1 }],
  [
    'a key changed on each side',
    [
      { a: 1, b: 1 },
      { a: 2, b: 1 },
      { a: 1, b: 2 },
    ],
    { a: 2, b: 2 },
  ],
  ['a key removed by us stays out', [{ a: 1, b: 1 }, { b: 1 }, { a: 1, b: 2 }], { b: 2 }],
  [
    'a key that is not generated any more',
    [{ a: 1, b: 1 }, { a: 1, b: 1, o: 1 }, { a: 1 }],
    { a: 1, o: 1 },
  ],
  [
    'deep keys',
    [{ a: { b: { c: 1 } } }, { a: { b: { c: 1, o: 1 } } }, { a: { b: { c: 2 } } }],
    { a: { b: { c: 2, o: 1 } } },
  ],
  [
    'the order of ours',
    [
      { a: 1, b: 1 },
      { b: 1, a: 1, o: 1 },
      { a: 1, b: 1, c: 1 },
    ],
    { b: 1, c: 1, a: 1, o: 1 },
  ],
  [
    'a list as a whole',
    [
      { a: [1], o: 1 },
      { a: [1], o: 2 },
      { a: [1, 2], o: 1 },
    ],
    { a: [1, 2], o: 2 },
  ],
  [
    'the same list on both sides',
    [{ a: [1] }, { a: [1, 2], o: 1 }, { a: [1, 2], t: 1 }],
    { a: [1, 2], t: 1, o: 1 },
  ],
];

test.each(clean)('%s', async (_, [base, ours, next], result) => {
  expect(await merge(json(base), json(ours), json(next))).toEqual(merged(json(result)));
});

test('keys that JavaScript has a meaning for are keys like any other', async () => {
  const next =
    '{\n  "a": 1,\n  "constructor": 1,\n  "__proto__": {\n    "x": 1\n  },\n  "toString": 2\n}\n';
  const result = await merge('{\n  "a": 1\n}\n', '{\n  "a": 2\n}\n', next);
  expect(result).toEqual(merged(next.replace('"a": 1', '"a": 2')));
  const ours = '{\n  "a": 1,\n  "__proto__": 5\n}\n';
  expect(await merge('{\n  "a": 1\n}\n', ours, '{\n  "a": 1,\n  "hasOwnProperty": 1\n}\n')).toEqual(
    merged('{\n  "a": 1,\n  "hasOwnProperty": 1,\n  "__proto__": 5\n}\n'),
  );
});

const clashes: readonly (readonly [what: string, values: Values, kept: string, result: unknown])[] =
  [
    [
      'another value',
      [
        { a: 1, t: 1 },
        { a: 2, t: 1 },
        { a: 3, t: 2 },
      ],
      'a',
      { a: 2, t: 2 },
    ],
    ['another list', [{ a: [1] }, { a: [1, 2] }, { a: [3], t: 1 }], 'a', { a: [1, 2], t: 1 }],
    ['removed by us', [{ a: { b: 1 } }, { a: {} }, { a: { b: 2, t: 1 } }], 'a.b', { a: { t: 1 } }],
    [
      'removed by the other',
      [{ a: { 'x.y': 1, t: 1 } }, { a: { 'x.y': 2, t: 1 } }, { a: { t: 1 } }],
      'a."x.y"',
      { a: { 'x.y': 2, t: 1 } },
    ],
    [
      'another kind',
      [
        { a: 1, t: 1 },
        { a: { b: 1 }, t: 1 },
        { a: [1], t: 2 },
      ],
      'a',
      { a: { b: 1 }, t: 2 },
    ],
    ['the whole', [[1], [2], [3]], '', [2]],
  ];

test.each(clashes)('ours stands, and is told: %s', async (_, [base, ours, next], kept, result) => {
  expect(await merge(json(base), json(ours), json(next))).toEqual(merged(json(result), kept));
});

describe('the layout of ours stays', () => {
  const [base, next] = [
    { a: 1, list: [1, 2] },
    { a: 1, list: [1, 2], t: { b: [1] } },
  ].map(json) as [string, string];
  const result = { a: 2, list: [1, 2], t: { b: [1] } };
  test.each([
    ['four blanks', (value: unknown) => `${JSON.stringify(value, null, 4)}\n`],
    ['tabs', (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`],
    ['one line', (value: unknown) => JSON.stringify(value)],
    ['no last new line', (value: unknown) => JSON.stringify(value, null, 2)],
    ['CR LF', (value: unknown) => json(value).replaceAll('\n', '\r\n')],
    ['a byte order mark', (value: unknown) => `\u{feff}${json(value)}`],
  ])('%s', async (_, print) => {
    const ours = print({ a: 2, list: [1, 2] });
    expect(await merge(base, ours, next)).toEqual(merged(print(result)));
  });

  test('an own layout, where the lines allow it', async () => {
    const was = '{\n  "a": 1,\n  "b": 1,\n  "c": 1,\n  "d": 1\n}\n';
    const ours = was.replace('"a": 1', '"a":   { "x":1 }');
    const expected = ours.replace('"d": 1', '"d": 2');
    expect(await merge(was, ours, was.replace('"d": 1', '"d": 2'))).toEqual(merged(expected));
  });
});

describe('what printing would lose is merged by lines', () => {
  const tsconfig = '{\n  "compilerOptions": {\n    "a": 1,\n    "b": 1,\n    "c": 1\n  }\n}\n';
  const edited = tsconfig.replace('"a": 1', '// why\n    "a": 1');
  test('comments', async () => {
    const next = tsconfig.replace('"c": 1', '"c": 2');
    expect(await merge(tsconfig, edited, next)).toEqual(merged(edited.replace('"c": 1', '"c": 2')));
  });

  test.each([
    ['a number that JavaScript cannot hold', '12345678901234567890'],
    ['a number in another spelling', '1.0'],
    ['a key that is given twice', '{ "x": 1, "x": 2 }'],
    ['keys that JavaScript would sort', '{ "b": 1, "1": 2 }'],
  ])('%s', async (_, value) => {
    const ours = tsconfig.replace('"a": 1', `"a": ${value}`);
    const next = tsconfig.replace('"c": 1', '"c": 2');
    expect(await merge(tsconfig, ours, next)).toEqual(merged(ours.replace('"c": 1', '"c": 2')));
  });

  test('where lines clash, it is a conflict rather than a loss', async () => {
    const ours = tsconfig.replace('"a": 1', '"a": 12345678901234567890');
    const next = tsconfig.replace('"a": 1', '"a": 2');
    expect(await merge(tsconfig, ours, next)).toMatchObject({ kind: 'conflict' });
    const beside = tsconfig.replace('"b": 1', '"b": 2');
    expect(await merge(tsconfig, ours, beside)).toMatchObject({ kind: 'conflict' });
  });

  test('and only as long as JSON comes of it', async () => {
    const ours = '{\n  // why\n  "a": 1,\n  "b": 1,\n  "c": 1\n}\n';
    const [base, next] = ['{\n  "a": 1,\n  "b": 1,\n  "c": 1\n}\n', '{\n  "a": 1,\n  "b": 1\n}\n'];
    expect(await merge(base, ours.replace('"c": 1\n', '"c": 1, "d": 1\n'), next)).toMatchObject({
      kind: 'conflict',
    });
  });
});

describe('what is no JSON any more', () => {
  const three = ['{\n  "a": 1\n}\n', '{\n  "a": \n}\n', '{\n  "a": 2\n}\n'] as const;
  test('is a conflict', async () => {
    expect(await merge(...three)).toMatchObject({ kind: 'conflict', why: 'is not JSON any more' });
  });
  test('or stays as it is', async () => {
    const result = await mergeThree('some.json', 'json', three, 'ours');
    expect(result).toEqual(merged(three[1], 'all of it'));
  });
});
