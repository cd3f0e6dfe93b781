import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCast } from '../../../generators/core/model/load.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { skipFor } from '../../matrix/skip-for.ts';
import { surroundingsOf } from '../../matrix/surroundings.ts';
import { isServer, serverUrl, skipWithoutServer } from '../../servers/server-url.ts';
import { specInput } from '../../unit/spec/spec-input.ts';
import { withEdit } from '../machine/edit.ts';
import { makeProject } from '../machine/project.ts';
import { run } from '../machine/run.ts';
import type { Where } from '../machine/run.ts';
import { world } from '../machine/world.ts';
import type { Kind, MutatedStack } from './mutation.ts';

const [somebody] = world().people;
if (somebody === undefined) throw new Error('there is nobody to play');
const person = somebody;

type Made = Where | { readonly excuse: string };
const made = new Map<string, Promise<Made>>();

const serverOf = ({ database = '' }: Kind): string | undefined =>
  isServer(database) ? serverUrl(database) : '';

async function make({ stack, words }: MutatedStack, kind: Kind): Promise<Made> {
  const { answers, database } = kind;
  const choices = { stack, ...(database === undefined ? {} : { database }) };
  const told = answers === undefined ? {} : (JSON.parse(readFileSync(answers, 'utf8')) as object);
  const found = surroundingsOf(await loadCast(parseSpec(specInput({ ...told, ...choices }))));
  if ('excuse' in found) return found;
  const project = await makeProject(person, `${stack}-${kind.name}`, [
    '--no-git',
    ...words,
    ...Object.entries(choices).flatMap(([name, choice]) => [`--${name}`, choice]),
    ...(answers === undefined ? [] : ['--answers', answers]),
  ]);
  const server = serverOf(kind);
  const env = server ? { TEST_DATABASE_URL: server } : {};
  return { ...project, env: { ...found.variables, ...env } };
}

function projectOf(mutated: MutatedStack, kind: Kind): Promise<Made> {
  const name = `${mutated.stack} ${kind.name}`;
  const project = made.get(name) ?? make(mutated, kind);
  made.set(name, project);
  return project;
}

/** That what a generated back end is tested with goes red when it is broken on purpose. */
export function mutationSuite(mutated: MutatedStack): void {
  for (const kind of mutated.kinds.filter((each) => serverOf(each) === undefined)) {
    skipWithoutServer(kind.database ?? '', `the tests of a back end in ${mutated.stack}`);
  }
  const kinds = mutated.kinds.filter((kind) => serverOf(kind) !== undefined);

  describe.each(kinds)('its tests, $name', (kind) => {
    let project: Made;

    beforeAll(async () => {
      project = await projectOf(mutated, kind);
    });

    test('are green before anything is changed', async (context) => {
      if ('excuse' in project) return skipFor(project.excuse, context);
      const ran = await run(mutated.test, project);
      expect(ran.code, ran.stdout).toBe(0);
    });

    test.for(kind.mistakes)('are red after $what', async (mutation, context) => {
      if ('excuse' in project) return skipFor(project.excuse, context);
      const where = project;
      const work = () => run([...mutated.test, mutation.tests], where);
      const ran = await withEdit(where.cwd, mutation, work);
      expect(ran.code).not.toBe(0);
      // Without any test to run there is an error, too.
      expect(ran.stdout).toMatch(mutated.says);
    });
  });

  describe.each(mutated.checkers)('its $name', ({ command, says, mistakes }) => {
    let project: Made;

    beforeAll(async () => {
      project = await projectOf(mutated, mutated.kinds[0]);
    });

    test('is green before anything is changed', async (context) => {
      if ('excuse' in project) return skipFor(project.excuse, context);
      const ran = await run(command, project);
      expect(ran.code, ran.stdout).toBe(0);
    });

    test.for(mistakes)('is red after $what', async (mistake, context) => {
      if ('excuse' in project) return skipFor(project.excuse, context);
      const where = project;
      const ran = await withEdit(where.cwd, mistake, () => run(command, where));
      expect(ran.code).not.toBe(0);
      if (says !== undefined) expect(ran.stdout).toMatch(says);
    });
  });
}
