import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { loadCast } from '../../../generators/core/model/load.ts';
import { render } from '../../../generators/core/render/render.ts';
import { checkRepository } from '../../../generators/core/repository/check.ts';
import { useWorkshop } from '../../matrix/workshop.ts';
import { whyNoGit } from '../../unit/merge/git-merge-file.ts';
import { resource, specOf, writeProject } from '../../unit/repository/project.ts';
import { expectGreen, expectToWork } from '../expect-to-work.ts';
import { seeded } from '../seeded.ts';
import { nextField, nextResource } from './steps.ts';
import { inTheirStyle, reformat } from './team.ts';
import { edit, expectBoth, generated, grow, opened, openWorld, textsIn } from './world.ts';
import type { World } from './world.ts';

const steps = 50;
const reformatAt = 33;

/** The contract of one resource is 470 cases, which no run for every change should have 52 times. */
const every = Number(process.env['GROUNDWORK_GROWTH_EVERY'] ?? 5);
if (every > 1) {
  console.log(
    `skipped: the contract of ${every - 1} of ${every} resources: GROUNDWORK_GROWTH_EVERY=1 asks all`,
  );
}

const workshop = useWorkshop();

/** Holds what the state says against what is generated. */
async function expectWhole({ root, texts, style }: World, step: number): Promise<void> {
  const { spec } = await opened(root);
  const fresh = await textsIn([...(await render(await loadCast(spec))).values()], style);
  expect(texts, `step ${step}`).toEqual(fresh);
}

/** Asks the compiler, which keeps what it found: by the end all that it reads takes it half a minute. */
const expectTypes = (root: string) =>
  expectGreen(root, 'npm', [
    'run',
    'typecheck',
    '--',
    '--incremental',
    '--tsBuildInfoFile',
    `${root}.tsbuildinfo`,
  ]);

describe.skipIf(whyNoGit !== undefined)('a project that grows while its team works on it', () => {
  test('loses no line of either side, and works in the end', { timeout: 1_200_000 }, async () => {
    const seed = Number(process.env['GROUNDWORK_SEED'] ?? 1);
    vi.stubEnv('SOURCE_DATE_EPOCH', '1764000000');
    const start = specOf(resource('book'), resource('author'));
    const root = await writeProject(join(workshop(), 'shop'), start);
    const random = seeded(seed);
    const world = await openWorld(root, random);
    for (let step = 0; step < steps; step += 1) {
      const { spec } = await opened(root);
      const field = nextField(spec, step, random);
      edit(world, step, field[1] ?? '');
      if (step === reformatAt) {
        await reformat(root);
        world.style = inTheirStyle;
        world.texts = await generated(world);
      }
      await grow(world, field);
      await grow(world, nextResource(spec, step, random));
      expectBoth(world, step);
      await expectTypes(root);
      if (step % 25 === 24) await expectWhole(world, step);
    }
    console.log(`GROUNDWORK_SEED=${seed}: ${JSON.stringify(world.counts)}`);
    expect(world.counts.merges).toBeGreaterThan(20);
    expect((await checkRepository(await opened(root))).deleted).toEqual([]);
    // The team formats before it commits: its lines stand where they fell.
    await expectGreen(root, 'npm', ['run', 'format']);
    await expectToWork(root, (_, index) => index % every === 0);
  });
});
