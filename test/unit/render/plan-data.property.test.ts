import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCast } from '../../../generators/core/model/load.ts';
import type { Cast } from '../../../generators/core/model/load.ts';
import type { DataStep } from '../../../generators/core/render/data-step.ts';
import { writeMigrations } from '../../../generators/core/render/migrate.ts';
import { planData } from '../../../generators/core/render/plan-data.ts';
import { takeBack } from '../../../generators/core/render/take-back.ts';
import { choicesOf } from '../../matrix/choices-of.ts';
import { changes } from './arbitrary-change.ts';
import { tablesAfter, asKept } from './tables-after.ts';
import type { Tables } from './tables-after.ts';

const taken = (tables: Tables, steps: readonly DataStep[]): Tables => {
  let now = tables;
  for (const step of steps) now = tablesAfter(now, step);
  return now;
};

/** What a new project has. */
const newTables = async (cast: Cast): Promise<Tables> =>
  taken(new Map(), (await planData(undefined, cast)).steps);

test.each(choicesOf('database'))(
  'from any spec to any other on %s: each step fits what is there, and all lead to the new one',
  { timeout: 120_000 },
  async (database) => {
    await fc.assert(
      fc.asyncProperty(changes({ database }), async ([before, after]) => {
        const [from, to] = [await loadCast(before), await loadCast(after)];
        const plan = await planData(before, to);
        const [old, fresh] = [await newTables(from), await newTables(to)];
        const made = taken(old, plan.steps);
        expect(asKept(made)).toEqual(asKept(fresh));
        // What cannot be parsed is not formatted.
        await expect(writeMigrations(plan, to)).resolves.toHaveLength(plan.steps.length);
      }),
      { numRuns: 40 },
    );
  },
);

test(
  'what is taken back, last step first, leaves what was there',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(changes({ database: 'sqlite' }), async ([before, after]) => {
        const [from, to] = [await loadCast(before), await loadCast(after)];
        const { steps } = await planData(before, to);
        // An adapter that comes or goes says itself what takes that back.
        fc.pre(steps.every(({ kind }) => kind !== 'once'));
        const back = steps.toReversed().map(takeBack);
        const tables = taken(taken(await newTables(from), steps), back);
        expect(asKept(tables)).toEqual(asKept(await newTables(from)));
      }),
      { numRuns: 40 },
    );
  },
);

test('from a spec to itself there is no step', async () => {
  await fc.assert(
    fc.asyncProperty(changes({ database: 'sqlite' }), async ([spec]) => {
      expect((await planData(spec, await loadCast(spec))).steps).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
