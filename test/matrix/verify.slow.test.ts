import { describe, expect, test } from 'vitest';
import { lastOf } from '../../generators/core/render/render.ts';
import { isServer, serverUrl, skipWithoutServer } from '../servers/server-url.ts';
import { filesOf } from './cases.ts';
import { combinations } from './combinations.ts';
import { skipFor } from './skip-for.ts';
import { manifestOf, surroundingsOf } from './surroundings.ts';
import { unusedIn } from './unused.ts';
import { reaching, verifiedCases } from './verified-cases.ts';
import { putProject, runIn, useWorkshop } from './workshop.ts';

const workshop = useWorkshop();

test('what is verified on every database is there', () => {
  const sets = new Set(verifiedCases.map(({ set }) => set));
  expect(reaching.filter((set) => !sets.has(set))).toEqual([]);
});

const namesOf = (some: readonly unknown[]): ReadonlySet<string> => new Set(some.map(String));

test('every database is verified with users and without, in every stack', () => {
  const all = combinations.map(({ stack, database, auth }) => [stack, database, auth]);
  const verified = verifiedCases.map(({ spec }) => [spec.stack, spec.database, spec.auth]);
  expect(namesOf(verified)).toEqual(namesOf(all));
});

describe.each(verifiedCases)('$title', { timeout: 600_000 }, async ({ id, spec }) => {
  const green = 'is green at once: its own verify, types and lint and tests and build';
  const { files, cast } = await filesOf(spec);
  const server = isServer(spec.database) ? serverUrl(spec.database) : '';

  if (server === undefined) skipWithoutServer(spec.database, green);
  else {
    test(green, async (context) => {
      const found = surroundingsOf(cast);
      if ('excuse' in found) return skipFor(found.excuse, context);
      const folder = putProject(workshop(), id, files);
      const [program = '', ...words] = lastOf(cast.stacks, ({ verify }) => verify) ?? [];
      const { ok, output } = await runIn(folder, program, words, {
        ...found.variables,
        ...(server === '' ? {} : { TEST_DATABASE_URL: server }),
      });
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
});
