import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { loadCast } from '../../../generators/core/model/load.ts';
import { render } from '../../../generators/core/render/render.ts';
import { checkRepository } from '../../../generators/core/repository/check.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { skipFor } from '../../matrix/skip-for.ts';
import { surroundingsOf } from '../../matrix/surroundings.ts';
import { useWorkshop } from '../../matrix/workshop.ts';
import { whyNoGit } from '../../unit/merge/git-merge-file.ts';
import { resource, writeProject } from '../../unit/repository/project.ts';
import { specInput } from '../../unit/spec/spec-input.ts';
import { expectGreen, expectToWork } from '../expect-to-work.ts';
import { seeded } from '../seeded.ts';
import { nextField, nextResource } from './steps.ts';
import { inTheirStyle, reformat } from './team.ts';
import { edit, expectBoth, generated, grow, opened, openWorld, textsIn } from './world.ts';
import type { World } from './world.ts';

type Words = readonly [program: string, ...words: readonly string[]];

interface Growth {
  readonly stack: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly steps: number;
  /** After which steps, and after the last one, all is held against a new project. */
  readonly wholeAfter: readonly number[];
  readonly reformatAt?: number;
  /** How many files must have been merged. */
  readonly merges: number;
  /** What must go well after each step. */
  readonly afterEach: readonly Words[];
  /** What must go well in the end. */
  readonly atEnd: readonly Words[];
  /** Whether it can be verified and held against the contract then. */
  readonly works: boolean;
}

const growths: readonly Growth[] = [
  {
    stack: 'fastify',
    choices: {},
    steps: 50,
    wholeAfter: [24],
    reformatAt: 33,
    merges: 20,
    // The compiler keeps what it found: by the end all that it reads takes it half a minute.
    afterEach: [
      [
        'npm',
        'run',
        'typecheck',
        '--',
        '--incremental',
        '--tsBuildInfoFile',
        '../types.tsbuildinfo',
      ],
    ],
    // The team formats before it commits: its lines stand where they fell.
    atEnd: [['npm', 'run', 'format']],
    works: true,
  },
  {
    stack: 'django',
    // Tests of users are as many for each resource again.
    choices: { auth: 'none' },
    steps: 10,
    wholeAfter: [],
    merges: 5,
    afterEach: [],
    atEnd: [
      ['python', 'manage.py', 'makemigrations', '--check', '--settings', 'tests.settings'],
      ['python', '-m', 'pytest', '-q', '-x'],
    ],
    works: false,
  },
];

/** The tests of 52 resources take a quarter of an hour, and the contract of each is 470 cases more. */
const every = process.env['GROUNDWORK_GROWTH_EVERY'];
if (every === undefined) {
  console.log(
    'skipped: verify and contract of what has grown: GROUNDWORK_GROWTH_EVERY=5 asks every fifth resource',
  );
}

const timeout = every === undefined ? 1_200_000 : 3_600_000;

const workshop = useWorkshop();

/** Holds what the state says against what is generated. */
async function expectWhole({ root, texts, style }: World, step: number): Promise<void> {
  const { spec } = await opened(root);
  const fresh = await textsIn([...(await render(await loadCast(spec))).values()], style);
  expect(texts, `step ${step}`).toEqual(fresh);
}

describe.skipIf(whyNoGit !== undefined)('a project that grows while its team works on it', () => {
  test.for(growths)('loses no line: $stack', { timeout }, async (growth, context) => {
    const seed = Number(process.env['GROUNDWORK_SEED'] ?? 1);
    vi.stubEnv('SOURCE_DATE_EPOCH', '1764000000');
    const resources = [resource('book'), resource('author')];
    const start = parseSpec(specInput({ stack: growth.stack, ...growth.choices, resources }));
    const found = surroundingsOf(await loadCast(start));
    if ('excuse' in found) return skipFor(found.excuse, context);
    const root = await writeProject(join(workshop(), `shop-${growth.stack}`), start);
    const random = seeded(seed);
    const world = await openWorld(root, random);
    for (let step = 0; step < growth.steps; step += 1) {
      const { spec } = await opened(root);
      const field = nextField(spec, step, random);
      edit(world, step, field[1] ?? '');
      if (step === growth.reformatAt) {
        await reformat(root);
        world.style = inTheirStyle;
        world.texts = await generated(world);
      }
      await grow(world, field);
      await grow(world, nextResource(spec, step, random));
      expectBoth(world, step);
      for (const [program, ...words] of growth.afterEach) {
        await expectGreen(root, program, words, found.variables);
      }
      const isLast = step === growth.steps - 1;
      if (isLast || growth.wholeAfter.includes(step)) await expectWhole(world, step);
    }
    console.log(`GROUNDWORK_SEED=${seed}: ${JSON.stringify(world.counts)}`);
    expect(world.counts.merges).toBeGreaterThan(growth.merges);
    expect((await checkRepository(await opened(root))).deleted).toEqual([]);
    for (const [program, ...words] of growth.atEnd) {
      await expectGreen(root, program, words, found.variables);
    }
    if (growth.works && every !== undefined) {
      await expectToWork(root, (_, index) => index % Number(every) === 0);
    }
  });
});
