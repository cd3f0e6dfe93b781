import { describe, expect, test } from 'vitest';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import { folderWith } from '../unit/render/folder-with.ts';
import { defaultChoices } from '../unit/spec/spec-input.ts';
import { filesOf, pythonCases } from './cases.ts';
import { resourceSets } from './resource-sets.ts';
import { skipFor } from './skip-for.ts';
import { surroundingsOf } from './surroundings.ts';
import { runIn } from './workshop.ts';

const [first] = pythonCases;
if (first === undefined) throw new Error('no case is written in Python');

/** Each case, and each set of resources with everything that can be chosen beside it. */
const specs = [
  ...pythonCases,
  ...[...resourceSets].map(([title, set]) => ({
    title: `all of ${title}`,
    spec: parseSpec({ ...defaultChoices, ...set, stack: first.spec.stack }),
  })),
];

describe('what is written in Python', () => {
  test.for(specs)(
    'is laid out, free of mistakes and compiles: $title',
    async ({ spec }, context) => {
      const { files, cast } = await filesOf(spec);
      const found = surroundingsOf(cast);
      if ('excuse' in found) return skipFor(found.excuse, context);
      const folder = folderWith(Object.fromEntries(files));
      for (const command of [
        'ruff format --check --diff .',
        'ruff check .',
        'python -m compileall -q .',
      ]) {
        const [program = '', ...words] = command.split(' ');
        const { ok, output } = await runIn(folder, program, words, found.variables);
        expect(ok, output.slice(0, 4000)).toBe(true);
      }
    },
  );
});
