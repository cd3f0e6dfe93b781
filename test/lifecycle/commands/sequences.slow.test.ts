import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { thisGenerator } from '../../../generators/core/faces/generator.ts';
import { Refusal } from '../../../generators/core/refusal.ts';
import { checkRepository } from '../../../generators/core/repository/check.ts';
import { openRepository } from '../../../generators/core/repository/open.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { choicesOf } from '../../matrix/choices-of.ts';
import { useWorkshop } from '../../matrix/workshop.ts';
import { isServer, serverUrl, skipWithoutServer } from '../../servers/server-url.ts';
import { snapshot } from '../../unit/apply/files.ts';
import { writeProject } from '../../unit/repository/project.ts';
import { resourceInput, specInput } from '../../unit/spec/spec-input.ts';
import { expectGreen, expectToWork } from '../expect-to-work.ts';
import { seeded } from '../seeded.ts';
import { randomCommand } from './random-command.ts';
import { say } from './say.ts';
import type { Said } from './say.ts';

const commands = 6;
const databases = choicesOf('database');

const sequences = Array.from({ length: 20 }, (_, seed) => ({
  seed,
  database: databases[seed % databases.length] ?? '',
}));

/** One on each database: all of them take an hour. */
const run = Number(process.env['GROUNDWORK_SEQUENCES'] ?? databases.length);
if (run < sequences.length) {
  console.log(
    `skipped: sequences from ${run} on: GROUNDWORK_SEQUENCES=${sequences.length} runs all`,
  );
}

const workshop = useWorkshop();
const missing = databases.filter((id) => isServer(id) && serverUrl(id) === undefined);
for (const id of missing) skipWithoutServer(id, `sequences of commands on ${id}`);

const specOf = async (root: string) => (await openRepository(root, 'read', thisGenerator())).spec;

/** Some commands make no valid spec: they are refused, and change nothing. */
async function isTaken(root: string, command: Said): Promise<boolean> {
  const before = snapshot(root);
  try {
    await say(root, command);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(snapshot(root), command.join(' ')).toEqual(before);
    return false;
  }
}

describe.each(sequences)('sequence $seed, from $database', ({ seed, database }) => {
  test.skipIf(missing.length > 0 || seed >= run)(
    'compiles after each command, and works in the end',
    { timeout: 1_200_000 },
    async () => {
      const random = seeded(seed);
      const resources = [resourceInput()];
      const root = join(workshop(), `sequence-${seed}`);
      await writeProject(root, parseSpec(specInput({ database, resources })));
      const said: string[] = [];
      for (let turn = 0; said.length < commands; turn += 1) {
        const command = randomCommand(await specOf(root), turn, random);
        if (!(await isTaken(root, command))) continue;
        said.push(command.join(' '));
        const { drift } = await checkRepository(
          await openRepository(root, 'read', thisGenerator()),
        );
        expect(drift, said.join('\n')).toEqual([]);
        await expectGreen(root, 'npm', ['run', 'typecheck']);
      }
      await expectToWork(root);
    },
  );
});
