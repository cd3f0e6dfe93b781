import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import type { Spec } from '../../generators/core/spec/spec.ts';
import { projectLauncher } from '../contract/project-launcher.ts';
import { storesOf } from '../contract/store/stores-of.ts';
import { skipWithoutServer } from '../servers/server-url.ts';
import { repository } from '../unit/shape/sources.ts';
import { filesOf } from './cases.ts';
import { choicesOf } from './choices-of.ts';
import { conversation } from './conversation.ts';
import type { Line } from './conversation.ts';
import { skipFor } from './skip-for.ts';
import { surroundingsOf } from './surroundings.ts';
import { putProject, useWorkshop } from './workshop.ts';

const file = join(repository, 'test/contract/specs/every-type.json');
const input = JSON.parse(readFileSync(file, 'utf8')) as Spec;
const databases = choicesOf('database');
const missing = databases.filter((database) => storesOf(database) === undefined);

const workshop = useWorkshop();

/** What a back end of this stack answers on this database, or why it cannot be had here. */
async function heard(stack: string, database: string): Promise<readonly Line[] | string> {
  const stores = storesOf(database);
  if (stores === undefined) throw new Error(`there is no server for ${database}`);
  const { files, cast } = await filesOf(parseSpec({ ...input, stack, database }));
  const found = surroundingsOf(cast);
  if ('excuse' in found) return found.excuse;
  const folder = putProject(workshop(), `same-${stack}-${database}`, files);
  const launcher = projectLauncher(folder, stores, found.variables);
  const running = await launcher.start({ RATE_LIMIT_PER_MINUTE: '1000000' });
  try {
    return await conversation(running.baseUrl, input);
  } finally {
    await running.stop();
    await launcher.close();
  }
}

describe('a back end with every field type', { timeout: 600_000 }, () => {
  for (const database of missing) skipWithoutServer(database, `the same answers on ${database}`);

  test.for(choicesOf('stack'))(
    'answers byte for byte alike on each database: %s',
    async (stack, context) => {
      const [first, ...others] = databases.filter((database) => !missing.includes(database));
      const expected = await heard(stack, first ?? '');
      if (typeof expected === 'string') return skipFor(expected, context);
      expect(expected.length).toBeGreaterThan(1000);
      for (const database of others) {
        const lines = await heard(stack, database);
        if (typeof lines === 'string') return skipFor(lines, context);
        const differing = lines.flatMap((line, index) =>
          line.answer === expected[index]?.answer ? [] : [{ ...line, expected: expected[index] }],
        );
        expect(differing.slice(0, 5), database).toEqual([]);
        expect(lines.length).toBe(expected.length);
      }
    },
  );
});
