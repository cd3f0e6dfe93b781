import { describe, expect, test } from 'vitest';
import { isUntouched } from '../../../generators/core/merge/untouched.ts';
import { mergeThree } from './three.ts';

const sha = (digit: string) => digit.repeat(40);
const digest = (digit: string) => `sha256:${digit.repeat(64)}`;

const workflow = (version: string, digit: string, more = '') =>
  `name: ci\non: push\njobs:\n  test:\n    steps:\n      - uses: actions/checkout@${sha(digit)} # v${version}\n      - run: npm ci\n      - run: npm test\n${more}`;

const dockerfile = (version: string, digit: string, more = '') =>
  `FROM node:${version}-slim@${digest(digit)} AS build\nRUN x\nFROM node:${version}-slim@${digest(digit)}\nRUN y\nCMD z\n${more}`;

const compose = (version: string, digit: string, more = '') =>
  `services:\n  db:\n    image: mirror.example:5000/postgres:${version}@${digest(digit)}\n    ports: []\n    volumes: []\n${more}`;

const pyproject = (version: string, _: string, more = '') =>
  `[project]\ndependencies = [\n    "django>=${version},<9",\n    "psycopg[binary]>=3",\n]\n${more}`;

const files = [
  ['pyproject.toml', pyproject],
  ['.github/workflows/ci.yml', workflow],
  ['Dockerfile', dockerfile],
  ['compose.yaml', compose],
  ['.nvmrc', (version: string) => `${version}\n`],
] as const;

describe.each(files)('%s', (path, print) => {
  test('a raised version is no edit', () => {
    const [was, is] = [print('1.2.3', '1'), print('1.10.0', '2')].map((text) => Buffer.from(text));
    expect(isUntouched(path, was!, is!)).toBe(true);
    expect(isUntouched(path, was!, Buffer.from(`${print('1.2.3', '1')}# ours\n`))).toBe(false);
  });

  test.each([
    ['raised here alone', '1.2.3', '1.10.0', '1.2.3', '1.10.0'],
    ['raised there alone', '1.2.3', '1.2.3', '1.10.0', '1.10.0'],
    ['higher here', '1.2.3', '1.10.0', '1.9.0', '1.10.0'],
    ['higher there', '1.2.3', '1.9.0', '1.10.0', '1.10.0'],
  ])('the higher one wins: %s', async (_, base, ours, next, wins) => {
    const result = await mergeThree(
      path,
      'text',
      [base, ours, next].map((version) => print(version, version.at(-3) ?? '0')) as [
        string,
        string,
        string,
      ],
    );
    const content = 'content' in result ? result.content : print(ours, ours.at(-3) ?? '0');
    expect(content).toBe(print(wins, wins.at(-3) ?? '0'));
  });
});

test('beside an edit, a raised version is neither lost nor a conflict', async () => {
  const more = '      - run: ours\n';
  const three = [
    workflow('1.2.3', '1'),
    workflow('1.9.0', '2', more),
    `# new\n${workflow('1.4.0', '3')}`,
  ] as const;
  expect(await mergeThree('ci.yml', 'text', three)).toEqual({
    kind: 'merge',
    content: `# new\n${workflow('1.9.0', '2', more)}`,
    kept: [],
  });
});

const listing = (...packages: readonly string[]) =>
  `[project]\ndependencies = [\n${packages.map((each) => `    "${each}",\n`).join('')}]\n`;

test.each([
  [
    'one that the team added',
    ['a>=1', 'h>=1', 'z>=1'],
    ['a>=1', 'm>=1', 'z>=1'],
    ['a>=1', 'h>=1', 'm>=1', 'z>=1'],
  ],
  [
    'beside one that goes',
    ['a>=1', 'd>=1', 'h>=1', 'z>=1'],
    ['a>=1', 'z>=1'],
    ['a>=1', 'h>=1', 'z>=1'],
  ],
  [
    'beside one that is raised',
    ['a>=1', 'd>=1', 'h>=1', 'z>=1'],
    ['a>=1', 'd>=2', 'z>=1'],
    ['a>=1', 'd>=2', 'h>=1', 'z>=1'],
  ],
])('a list of requirements keeps %s', async (_, ours, next, merged) => {
  const base = ours.filter((each) => each !== 'h>=1');
  const three = [base, ours, next].map((packages) => listing(...packages));
  expect(await mergeThree('pyproject.toml', 'text', three as [string, string, string])).toEqual({
    kind: 'merge',
    content: listing(...merged),
    kept: [],
  });
});

test('a list whose order may mean something is nobody to sort', async () => {
  const three = [listing('a', 'z'), listing('a', 'x.y', 'z'), listing('a', 'b.c', 'z')] as const;
  expect(await mergeThree('settings.py', 'text', three)).toMatchObject({ kind: 'conflict' });
});

test('two versions of one thing were chosen by people, and stay', async () => {
  const base = compose('17.1', '1');
  const ours = base + compose('18.1', '2').replace('services:\n  db', '  other');
  expect(
    await mergeThree('compose.yaml', 'text', [base, ours, base.replace('ports: []', 'ports: [1]')]),
  ).toEqual({
    kind: 'merge',
    content: ours.replace('ports: []', 'ports: [1]'),
    kept: [],
  });
});

const mirrored = (node: string, mirror: string, more = '') =>
  `FROM node:${node}@${digest(node)} AS a\nFROM mirror/node:${mirror}@${digest(mirror)}\nRUN x\nRUN y\n${more}`;

test('a name that ends another one is not taken for it', async () => {
  const three = [mirrored('1', '1'), mirrored('3', '2', 'ours\n'), mirrored('2', '4')] as const;
  expect(await mergeThree('Dockerfile', 'text', three)).toMatchObject({
    content: mirrored('3', '4', 'ours\n'),
  });
});

type Versions = Readonly<Record<string, string>>;

const manifest = (dependencies: Versions, more: object = {}) =>
  `${JSON.stringify({ name: 'shop', dependencies, ...more }, null, 2)}\n`;

const [base, both] = [{ a: '1.2.3' }, { a: '1.2.3', b: '2.0' }];

const manifests: readonly (readonly [
  string,
  base: Versions,
  ours: Versions,
  next: Versions,
  result: Versions,
])[] = [
  ['higher here', base, { a: '1.10.0' }, { a: '1.9.0' }, { a: '1.10.0' }],
  ['higher there', base, { a: '1.9.0' }, { a: '1.10.0' }, { a: '1.10.0' }],
  ['as a range', base, { a: '^2.0.0' }, { a: '1.10.0' }, { a: '^2.0.0' }],
  ['raised, and not needed any more', both, { a: '1.9.0', b: '2.0' }, { b: '2.0' }, { b: '2.0' }],
  ['added on both sides', base, { ...base, b: '2.1' }, both, { ...base, b: '2.1' }],
  ['taken out here, raised there', both, base, { ...base, b: '2.1' }, base],
];

test.each(manifests)('in the manifest: %s', async (what, was, ours, next, dependencies) => {
  const more = { o: 1 };
  const three = [manifest(was), manifest(ours, more), manifest(next, { t: 1 })] as const;
  expect(await mergeThree('package.json', 'json', three)).toEqual({
    kind: 'merge',
    content: manifest(dependencies, { t: 1, ...more }),
    kept: what.startsWith('taken out') ? ['dependencies.b'] : [],
  });
});

const engines = (node: string, more = {}) => manifest(base, { engines: { node }, ...more });

test('what the project runs on is raised alike', async () => {
  const three = [
    engines('>=24.16.0'),
    engines('>=24.20.0'),
    engines('>=24.18.0', { t: 1 }),
  ] as const;
  const content = engines('>=24.20.0', { t: 1 });
  expect(await mergeThree('package.json', 'json', three)).toEqual({
    kind: 'merge',
    content,
    kept: [],
  });
});
