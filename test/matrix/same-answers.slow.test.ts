import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import type { Spec } from '../../generators/core/spec/spec.ts';
import { projectLauncher } from '../contract/project-launcher.ts';
import { storesOf } from '../contract/store/stores-of.ts';
import type { Launcher, Running } from '../contract/suite/launcher.ts';
import { skipWithoutServer } from '../servers/server-url.ts';
import { repository } from '../unit/shape/sources.ts';
import { filesOf } from './cases.ts';
import { choicesOf } from './choices-of.ts';
import { conversation } from './conversation.ts';
import type { Line } from './conversation.ts';
import { putProject, useWorkshop } from './workshop.ts';

const file = join(repository, 'test/contract/specs/every-type.json');
const input = JSON.parse(readFileSync(file, 'utf8')) as Spec;
const databases = choicesOf('database');
const missing = databases.filter((database) => storesOf(database) === undefined);

const workshop = useWorkshop();

/** A back end on this database, ready to be started. */
async function madeOn(database: string): Promise<Extract<Launcher, { kind: 'process' }>> {
  const stores = storesOf(database);
  if (stores === undefined) throw new Error(`there is no server for ${database}`);
  const { files } = await filesOf(parseSpec({ ...input, database }));
  const folder = putProject(workshop(), `same-${database}`, files);
  return projectLauncher(folder, stores);
}

async function heard(database: string): Promise<readonly Line[]> {
  const launcher = await madeOn(database);
  const running: Running = await launcher.start({ RATE_LIMIT_PER_MINUTE: '1000000' });
  try {
    return await conversation(running.baseUrl, input);
  } finally {
    await running.stop();
    await launcher.close();
  }
}

describe('a back end with every field type', { timeout: 600_000 }, () => {
  for (const database of missing) skipWithoutServer(database, `the same answers on ${database}`);

  test('answers byte for byte alike, whatever its database', async () => {
    const [first, ...others] = databases.filter((database) => !missing.includes(database));
    const expected = await heard(first ?? '');
    expect(expected.length).toBeGreaterThan(1000);
    for (const database of others) {
      const lines = await heard(database);
      const differing = lines.flatMap((line, index) =>
        line.answer === expected[index]?.answer ? [] : [{ ...line, expected: expected[index] }],
      );
      expect(differing.slice(0, 5), database).toEqual([]);
      expect(lines.length).toBe(expected.length);
    }
  });
});
