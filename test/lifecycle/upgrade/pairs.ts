import type { MergeKind, Owner } from '../../../generators/core/render/tree.ts';

/** One file in a version of the templates. */
export interface Version {
  readonly path: string;
  readonly text: string;
  readonly mode?: 0o644 | 0o755;
  readonly template?: string;
}

/** What a new version of the templates makes of a file, and how the team may have got in its way. */
export interface Pair {
  readonly what: string;
  readonly kind?: MergeKind;
  readonly owner?: Owner;
  readonly old: Version | undefined;
  readonly next: Version | undefined;
  /** What stands in the new file, and not in the old one. */
  readonly gains: string;
  /** What the team does elsewhere, and where the new version changes something: a text and what becomes of it. */
  readonly elsewhere?: readonly [string, string];
  readonly same?: readonly [string, string];
  /** A dependency, image or action that a bot raises. */
  readonly bumped?: readonly [string, string];
}

const lines = (...text: readonly string[]): string => text.map((line) => `${line}\n`).join('');

const code = lines(
  "import { a } from './a.ts';",
  '',
  'export function first(): string {',
  "  return 'first';",
  '}',
  '',
  'export function second(): string {',
  "  return 'second';",
  '}',
  '',
  'export function third(): string {',
  "  return 'third';",
  '}',
);

const elsewhere = ["return 'first'", "return 'ours'"] as const;
const same = ["return 'third'", "return 'mine'"] as const;
const block = lines('export function second(): string {', "  return 'second';", '}', '');
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const settings = { strict: true, rules: { one: 'warn', two: 'warn' }, list: ['a', 'b'] };
const sha = (digit: string): string => digit.repeat(40);
const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;

const text = (
  what: string,
  old: string,
  next: string,
  gains: string,
  more: Partial<Pair> = {},
): Pair => {
  const path = `${what.replaceAll(' ', '-')}.ts`;
  return {
    what,
    old: { path, text: old },
    next: { path, text: next },
    gains,
    elsewhere,
    same,
    ...more,
  };
};

const data = (
  what: string,
  old: unknown,
  next: unknown,
  gains: string,
  more: Partial<Pair> = {},
): Pair => {
  const path = `${what.replaceAll(' ', '-')}.json`;
  return {
    what,
    kind: 'json',
    old: { path, text: json(old) },
    next: { path, text: json(next) },
    gains,
    elsewhere: ['"strict": true', '"strict": false'],
    ...more,
  };
};

const moving = { path: 'was/here.ts', text: code };

const workflow = (version: string, digit: string, more = ''): string =>
  lines(
    'on: push',
    'jobs:',
    '  test:',
    '    steps:',
    `      - uses: actions/checkout@${sha(digit)} # v${version}`,
    '      - run: npm ci',
    '      - run: npm test',
  ) + more;

const dockerfile = (tag: string, digit: string, command: string): string =>
  lines(`FROM node:${tag}@${digest(digit)}`, 'WORKDIR /app', 'COPY . .', `CMD ["${command}"]`);

const manifest = (fastify: string, more: object): string =>
  json({
    name: 'shop',
    scripts: { test: 'vitest' },
    dependencies: { fastify, zod: '4.0.0' },
    ...more,
  });

/** Prepared pairs of template versions. */
export const pairs: readonly Pair[] = [
  text('changed text', code, code.replace("'third'", "'newest'"), 'newest'),
  text(
    'text changed at the end',
    code,
    code.replace("'third'", "'newest'") + lines('export const z = 1;'),
    'const z',
  ),
  text(
    'text changed in several places',
    code,
    code.replace("'third'", "'newest'").replace("'second'", "'newer'"),
    'newer',
  ),
  text(
    'added lines',
    code,
    code.replace('export function third', "export const added = 'new';\n\nexport function third"),
    'added',
  ),
  text('removed lines', code, code.replace(block, ''), 'third', {
    same: ["return 'second'", "return 'mine'"],
  }),
  text('a moved block', code, code.replace(block, '') + `\n${block.trimEnd()}\n`, 'second', {
    same: ["return 'second'", "return 'mine'"],
  }),
  text('a managed file', code, code.replace("'third'", "'newest'"), 'newest', { owner: 'managed' }),
  {
    what: 'a moved file',
    old: moving,
    next: { ...moving, path: 'is/here.ts' },
    gains: 'third',
    elsewhere,
  },
  {
    what: 'a moved and changed file',
    old: { ...moving, path: 'was/there.ts', template: 'known' },
    next: { path: 'is/there.ts', text: code.replace("'third'", "'newest'"), template: 'known' },
    gains: 'newest',
    elsewhere,
    same,
  },
  { what: 'an added file', old: undefined, next: { path: 'added.ts', text: code }, gains: 'third' },
  {
    what: 'a dropped file',
    old: { path: 'dropped.ts', text: code },
    next: undefined,
    gains: '',
    elsewhere,
  },
  data(
    'a changed value',
    settings,
    { ...settings, rules: { one: 'error', two: 'warn' } },
    '"one": "error"',
    { same: ['"one": "warn"', '"one": "off"'] },
  ),
  data(
    'an added key',
    settings,
    { ...settings, rules: { one: 'warn', two: 'warn', new: 'error' } },
    '"new": "error"',
  ),
  data('a removed key', settings, { ...settings, rules: { one: 'warn' } }, '"one": "warn"', {
    same: ['"two": "warn"', '"two": "off"'],
  }),
  data('a changed list', settings, { ...settings, list: ['a', 'b', 'c'] }, '"c"', {
    same: ['"a",', '"ours",'],
  }),
  {
    what: 'a changed mode',
    old: { path: 'run.sh', text: lines('#!/bin/sh', 'first', 'second', 'third') },
    next: { path: 'run.sh', text: lines('#!/bin/sh', 'first', 'second', 'third'), mode: 0o755 },
    gains: 'third',
    elsewhere: ['second', 'ours'],
  },
  {
    what: 'versions in the manifest',
    kind: 'json',
    old: { path: 'package.json', text: manifest('5.0.0', {}) },
    next: { path: 'package.json', text: manifest('5.2.0', { private: true }) },
    gains: '"private": true',
    elsewhere: ['"test": "vitest"', '"test": "ours"'],
    bumped: ['"fastify": "5.0.0"', '"fastify": "5.10.0"'],
  },
  {
    what: 'versions of actions',
    owner: 'managed',
    old: { path: 'ci.yml', text: workflow('1.2.0', '1') },
    next: { path: 'ci.yml', text: workflow('1.3.0', '2', lines('      - run: npm run build')) },
    gains: 'npm run build',
    elsewhere: ['on: push', 'on: pull_request'],
    bumped: [`${sha('1')} # v1.2.0`, `${sha('3')} # v1.10.0`],
  },
  {
    what: 'versions of images',
    old: { path: 'Dockerfile', text: dockerfile('24.1.0-slim', '1', 'start') },
    next: { path: 'Dockerfile', text: dockerfile('24.2.0-slim', '2', 'serve') },
    gains: 'serve',
    elsewhere: ['WORKDIR /app', 'WORKDIR /ours'],
    same: ['"start"', '"ours"'],
    bumped: [`24.1.0-slim@${digest('1')}`, `24.10.0-slim@${digest('3')}`],
  },
  {
    what: 'a registry',
    kind: 'union',
    old: { path: 'registry.txt', text: lines('alpha', 'omega') },
    next: { path: 'registry.txt', text: lines('alpha', 'beta', 'omega') },
    gains: 'beta',
    same: ['omega\n', 'gamma\nomega\n'],
  },
  {
    what: 'a seeded file',
    owner: 'seeded',
    old: { path: 'LICENSE', text: 'old\n' },
    next: { path: 'LICENSE', text: 'new\n' },
    gains: '',
    same: ['old', 'ours'],
  },
];
