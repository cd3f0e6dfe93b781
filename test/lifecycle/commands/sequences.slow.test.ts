import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { thisGenerator } from '../../../generators/core/faces/generator.ts';
import { loadCast } from '../../../generators/core/model/load.ts';
import { Refusal } from '../../../generators/core/refusal.ts';
import { checkRepository } from '../../../generators/core/repository/check.ts';
import { openRepository } from '../../../generators/core/repository/open.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { choicesOf } from '../../matrix/choices-of.ts';
import { skipFor } from '../../matrix/skip-for.ts';
import { surroundingsOf } from '../../matrix/surroundings.ts';
import { useWorkshop } from '../../matrix/workshop.ts';
import { isServer, serverUrl, skipWithoutServer } from '../../servers/server-url.ts';
import { snapshot } from '../../unit/apply/files.ts';
import { writeProject } from '../../unit/repository/project.ts';
import { resourceInput, specInput } from '../../unit/spec/spec-input.ts';
import { expectToWork } from '../expect-to-work.ts';
import { seeded } from '../seeded.ts';
import { growing } from './growing.ts';
import { randomCommand } from './random-command.ts';
import { say } from './say.ts';
import type { Said } from './say.ts';

const commands = 6;
const databases = choicesOf('database');

/** One after the other, so that the first of them begin in every stack. */
const starts = choicesOf('stack').flatMap((stack) =>
  databases.map((database) => ({ stack, database })),
);

const sequences = Array.from({ length: 20 }, (_, seed) => ({
  seed,
  stack: starts[seed % starts.length]?.stack ?? '',
  database: starts[seed % starts.length]?.database ?? '',
}));

/** On each database in the first stack, and in the next one: all of them take an hour. */
const run = Number(process.env['GROUNDWORK_SEQUENCES'] ?? databases.length + 1);
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

describe.each(sequences)('sequence $seed, $stack from $database', ({ seed, stack, database }) => {
  test.skipIf(missing.length > 0 || seed >= run)(
    'is sound after each command, and works in the end',
    { timeout: 1_200_000 },
    async (context) => {
      const random = seeded(seed);
      const start = parseSpec(specInput({ stack, database, resources: [resourceInput()] }));
      const found = surroundingsOf(await loadCast(start));
      if ('excuse' in found) skipFor(found.excuse, context);
      const root = join(workshop(), `sequence-${seed}`);
      await writeProject(root, start);
      const { check, end } = growing(root);
      onTestFinished(end);
      const said: string[] = [];
      for (let turn = 0; said.length < commands; turn += 1) {
        const command = randomCommand(await specOf(root), turn, random);
        if (!(await isTaken(root, command))) continue;
        said.push(command.join(' '));
        const { drift } = await checkRepository(
          await openRepository(root, 'read', thisGenerator()),
        );
        expect(drift, said.join('\n')).toEqual([]);
        const { ok, output } = await check(await specOf(root));
        expect(ok, `${said.join('\n')}\n${output.slice(-8000)}`).toBe(true);
      }
      await expectToWork(root);
    },
  );
});
