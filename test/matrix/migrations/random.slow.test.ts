import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changes } from '../../unit/render/arbitrary-change.ts';
import { useWorkshop } from '../workshop.ts';
import { placesFor } from './places.ts';

const workshop = useWorkshop();

/** The same changes each time, so that what is red is what was changed; others by another seed. */
const seed = Number(process.env['GROUNDWORK_SEED'] ?? 20_261_130);

for (const place of await placesFor('random changes')) {
  test(`any spec becomes any other in ${place.title}, and the schema is that of a new project`, async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(changes(place.choices), async (specs) => {
        run += 1;
        const turns = specs.map((spec) => ({ spec }));
        const seen = await place.take({
          workshop: workshop(),
          id: `random-${place.title}-${run}`,
          turns,
        });
        for (const { schema, fresh } of seen.steps) expect(schema).toEqual(fresh);
        expect(seen.nothing).toEqual({});
        expect(seen.again).toEqual(seen.steps.at(-1)?.fresh);
      }),
      // Each takes seconds: what fails is told as it is, and not made smaller.
      { numRuns: 6, endOnFailure: true, seed },
    );
  });
}
