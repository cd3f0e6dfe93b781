import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { storesOf } from '../../contract/store/stores-of.ts';
import { skipWithoutServer } from '../../servers/server-url.ts';
import { changes } from '../../unit/render/arbitrary-change.ts';
import { choicesOf } from '../choices-of.ts';
import { useWorkshop } from '../workshop.ts';
import { takeWalk } from './walk.ts';

const workshop = useWorkshop();

for (const database of choicesOf('database')) {
  const stores = storesOf(database);
  if (stores === undefined) {
    skipWithoutServer(database, `random changes on ${database}`);
    continue;
  }
  test(`any spec becomes any other on ${database}, and the schema is that of a new project`, async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(changes(database), async (specs) => {
        run += 1;
        const turns = specs.map((spec) => ({ spec }));
        const { seen } = await takeWalk(workshop(), `random-${database}-${run}`, stores, turns);
        for (const { schema, fresh } of seen.steps) expect(schema).toEqual(fresh);
        expect(seen.nothing).toEqual({});
        expect(seen.again).toEqual(seen.steps.at(-1)?.fresh);
      }),
      // Each takes seconds: what fails is told as it is, and not made smaller.
      { numRuns: 6, endOnFailure: true },
    );
  });
}
