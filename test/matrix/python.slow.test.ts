import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import { folderWith } from '../unit/render/folder-with.ts';
import { defaultChoices } from '../unit/spec/spec-input.ts';
import { filesOf, pythonCases } from './cases.ts';
import { resourceSets } from './resource-sets.ts';

/** Both as people have them on PATH, or where the environment says. */
const ruff = process.env['GROUNDWORK_RUFF'] ?? 'ruff';
const python = process.env['GROUNDWORK_PYTHON'] ?? 'python3';

const isThere = (program: string): boolean =>
  spawnSync(program, ['--version'], { encoding: 'utf8' }).status === 0;

const run = (program: string, words: readonly string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: 'utf8' });
  return { status, told: `${stdout}${stderr}`.split('\n').slice(0, 40).join('\n') };
};

const [first] = pythonCases;
if (first === undefined) throw new Error('no case is written in Python');

/** Each case, and each set of resources with everything that can be chosen beside it. */
const specs = [
  ...pythonCases,
  ...[...resourceSets].map(([title, set]) => ({
    title: `all of ${title}`,
    spec: parseSpec({ ...defaultChoices, ...set, stack: 'django' }),
  })),
];

describe.skipIf(!isThere(ruff))('what is written in Python', () => {
  test.each(specs)('is laid out, free of mistakes and compiles: $title', async ({ spec }) => {
    const { files } = await filesOf(spec);
    const folder = folderWith(Object.fromEntries(files));
    const passes = (program: string, ...words: readonly string[]): void => {
      const { status, told } = run(program, words, folder);
      expect(status, told).toBe(0);
    };
    passes(ruff, 'format', '--check', '--diff', '.');
    passes(ruff, 'check', '.');
    if (isThere(python)) passes(python, '-m', 'compileall', '-q', '.');
  });
});
