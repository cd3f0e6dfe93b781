import { describe, expect, test } from 'vitest';
import { lastOf } from '../../generators/core/render/render.ts';
import { withOwnDatabase } from '../contract/store/own-database.ts';
import { isServer, serverUrl, skipWithoutServer } from '../servers/server-url.ts';
import { filesOf } from './cases.ts';
import { skipFor } from './skip-for.ts';
import { manifestOf, surroundingsOf } from './surroundings.ts';
import { unusedIn } from './unused.ts';
import { verifiedCases } from './verified-cases.ts';
import { putProject, runIn, useWorkshop } from './workshop.ts';

/** Every project of one stack that is verified: a file for each, so that they run side by side. */
export function verifySuite(stack: string): void {
  const workshop = useWorkshop();

  describe.each(verifiedCases.filter(({ spec }) => spec.stack === stack))(
    '$title',
    { timeout: 600_000 },
    async ({ id, spec }) => {
      const green = 'is green at once: its own verify, types and lint and tests and build';
      const { files, cast } = await filesOf(spec);
      const isMissing = isServer(spec.database) && serverUrl(spec.database) === undefined;

      if (isMissing) skipWithoutServer(spec.database, green);
      else {
        test(green, async (context) => {
          const found = surroundingsOf(cast);
          if ('excuse' in found) return skipFor(found.excuse, context);
          const folder = putProject(workshop(), id, files);
          const [program = '', ...words] = lastOf(cast.stacks, ({ verify }) => verify) ?? [];
          const { ok, output } = await withOwnDatabase(spec.database, (variables) =>
            runIn(folder, program, words, { ...found.variables, ...variables }),
          );
          expect(ok, output.slice(-8000)).toBe(true);
        });
      }

      const findUnused = unusedIn[manifestOf(cast)];
      if (findUnused === undefined) return;
      test('has no file, export or dependency that nothing uses', async () => {
        const folder = putProject(workshop(), `${id}-unused`, files);
        const { ok, output } = await findUnused(folder);
        expect(ok, output.slice(-8000)).toBe(true);
      });
    },
  );
}
