import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { loadCast } from '../../../generators/core/model/load.ts';
import { render } from '../../../generators/core/render/render.ts';
import { checkRepository } from '../../../generators/core/repository/check.ts';
import { runIn, useWorkshop } from '../../matrix/workshop.ts';
import { whyNoGit } from '../../unit/merge/git-merge-file.ts';
import { resource, specOf, writeProject } from '../../unit/repository/project.ts';
import { seeded } from '../seeded.ts';
import { nextField, nextResource } from './steps.ts';
import { inTheirStyle, reformat } from './team.ts';
import { edit, expectBoth, generated, grow, opened, openWorld, textsIn } from './world.ts';
import type { World } from './world.ts';

const steps = 50;
const reformatAt = 33;

const workshop = useWorkshop();

/** Holds what the state says against what is generated, and asks the compiler. */
async function expectWhole({ root, texts, style }: World, step: number): Promise<void> {
  const { spec } = await opened(root);
  const fresh = await textsIn([...(await render(await loadCast(spec))).values()], style);
  expect(texts, `step ${step}`).toEqual(fresh);
  const tsc = join(workshop(), 'node_modules/.bin/tsc');
  const { ok, output } = await runIn(root, tsc, ['--noEmit']);
  expect(ok, `step ${step}: ${output.slice(-2000)}`).toBe(true);
}

describe.skipIf(whyNoGit !== undefined)('a project that grows while its team works on it', () => {
  test('loses no line of either side', async () => {
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
      if (step % 25 === 24) await expectWhole(world, step);
    }
    console.log(`GROUNDWORK_SEED=${seed}: ${JSON.stringify(world.counts)}`);
    expect(world.counts.merges).toBeGreaterThan(20);
    expect((await checkRepository(await opened(root))).deleted).toEqual([]);
  });
});
