import { describe, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { loadCast } from '../../generators/core/model/load.ts';
import { writeMigrations } from '../../generators/core/render/migrate.ts';
import { planData } from '../../generators/core/render/plan-data.ts';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import { folderWith } from '../unit/render/folder-with.ts';
import { defaultChoices } from '../unit/spec/spec-input.ts';
import { filesOf, pythonCases } from './cases.ts';
import { columnKinds } from './migrations/column-kinds.ts';
import { valueKinds } from './migrations/value-kinds.ts';
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

/** A project with every kind of field that changes, once before and once after. */
const changingSpec = (name: string, moment: 'before' | 'after') =>
  parseSpec({
    ...defaultChoices,
    name: 'shop',
    description: '',
    stack: 'django',
    resources: [
      { name: 'target', fields: [{ name: 'title', type: 'string' }] },
      { name: 'other', fields: [{ name: 'title', type: 'string' }] },
      ...[...columnKinds, ...valueKinds].map((kind) => ({
        name: kind.name,
        plural: `${kind.name}Rows`,
        fields: [
          { name: 'last', type: 'boolean' },
          ...(kind[moment] === undefined ? [] : [{ name, ...kind[moment] }]),
        ],
      })),
    ],
  });

async function changingFiles(name: string): Promise<Record<string, string>> {
  const [before, after] = [changingSpec(name, 'before'), changingSpec(name, 'after')];
  const cast = await loadCast(after);
  const { files } = await filesOf(before);
  const fills = new Map(
    [...columnKinds, ...valueKinds].map((kind) => [`${kind.name}.${name}`, kind.fill] as const),
  );
  const known = new Map(
    [...files.keys()]
      .filter((path) => path.endsWith('/0001_initial.py'))
      .map((path) => [path.replace(/\/0001_initial\.py$/u, ''), ['0001_initial.py']] as const),
  );
  const made = await writeMigrations(await planData(before, cast), cast, fills, known);
  const changes = made.map(({ folder, name: file, content }) => [`${folder}/${file}`, content]);
  return { ...Object.fromEntries(files), ...Object.fromEntries(changes) };
}

type Surroundings = ReturnType<typeof surroundingsOf>;

/** Holds files against these commands, as far as what they need can be had here. */
async function expectClean(
  files: Readonly<Record<string, string>>,
  found: Surroundings,
  commands: readonly string[],
  context: TestContext,
): Promise<void> {
  if ('excuse' in found) return skipFor(found.excuse, context);
  const folder = folderWith(files);
  for (const command of commands) {
    const [program = '', ...words] = command.split(' ');
    const { ok, output } = await runIn(folder, program, words, found.variables);
    expect(ok, output.slice(0, 4000)).toBe(true);
  }
}

const laidOut = ['ruff format --check --diff .', 'ruff check .'];

describe('what is written in Python', () => {
  test.for(specs)(
    'is laid out, free of mistakes and compiles: $title',
    async ({ spec }, context) => {
      const { files, cast } = await filesOf(spec);
      const commands = [...laidOut, 'python -m compileall -q .'];
      await expectClean(Object.fromEntries(files), surroundingsOf(cast), commands, context);
    },
  );

  test.for(['x', 'a'.repeat(30), 'aBcDeFgHiJkLmNoPqRsTuVwXyZaBcD'])(
    'is laid out where fields change, whatever they are called: %s',
    async (name, context) => {
      const cast = await loadCast(changingSpec(name, 'after'));
      await expectClean(await changingFiles(name), surroundingsOf(cast), laidOut, context);
    },
  );
});
