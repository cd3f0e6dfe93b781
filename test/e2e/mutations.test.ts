import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { serverUrl, skipWithoutServer } from '../servers/server-url.ts';
import { withEdit } from './machine/edit.ts';
import { makeProject } from './machine/project.ts';
import { run } from './machine/run.ts';
import type { Where } from './machine/run.ts';
import { world } from './machine/world.ts';
import { accessMistakes } from './mutations/access.ts';
import { accountMistakes } from './mutations/accounts.ts';
import { authMistakes } from './mutations/auth.ts';
import { dataMistakes } from './mutations/data.ts';
import { httpMistakes } from './mutations/http.ts';
import { modifierMistakes } from './mutations/modifiers.ts';
import type { Mutation } from './mutations/mutation.ts';
import { forgotten, offences } from './mutations/offences.ts';
import { serverMistakes } from './mutations/servers.ts';

const [somebody] = world().people;
if (somebody === undefined) throw new Error('there is nobody to play');
const person = somebody;

const specs = join(import.meta.dirname, '..', 'contract', 'specs');
/** Resources that refer to each other, some of them shared: the example is neither. */
const access = join(specs, 'access.json');
/** Fields with every modifier: the example has none. */
const rich = join(specs, 'rich.json');

interface Kind {
  readonly name: string;
  readonly words: readonly string[];
  readonly mistakes: readonly Mutation[];
  readonly env?: Readonly<Record<string, string>>;
}

const mutated: Kind = {
  name: 'mutated',
  words: [],
  mistakes: [...httpMistakes, ...authMistakes, ...accountMistakes, ...dataMistakes],
};

const onServers: readonly Kind[] = Object.entries(serverMistakes).flatMap(([id, mistakes]) => {
  const url = serverUrl(id);
  if (url === undefined) return [];
  return [{ name: id, words: ['--database', id], mistakes, env: { TEST_DATABASE_URL: url } }];
});

for (const id of Object.keys(serverMistakes)) {
  if (serverUrl(id) === undefined) skipWithoutServer(id, `the tests of a back end on ${id}`);
}

const kinds: readonly Kind[] = [
  mutated,
  { name: 'referring', words: ['--answers', access], mistakes: accessMistakes },
  { name: 'modified', words: ['--answers', rich], mistakes: modifierMistakes },
  ...onServers,
];

const made = new Map<string, Promise<Where>>();

function projectOf({ name, words }: Kind): Promise<Where> {
  const project = made.get(name) ?? makeProject(person, name, ['--no-git', ...words]);
  made.set(name, project);
  return project;
}

describe.each(kinds)('the tests of a generated back end, $name', (kind) => {
  const command = ['npm', 'test', '--', '--bail=1'] as const;
  let project: Where;

  beforeAll(async () => {
    project = { ...(await projectOf(kind)), env: kind.env ?? {} };
  });

  test('are green before anything is changed', async () => {
    const ran = await run(command, project);
    expect(ran.code, ran.stdout).toBe(0);
  });

  test.each(kind.mistakes)('are red after $what', async (mutation) => {
    const work = () => run([...command, mutation.tests], project);
    const ran = await withEdit(project.cwd, mutation, work);
    expect(ran.code).not.toBe(0);
    // Without any test to run there is an error, too.
    expect(ran.stdout).toMatch(/Tests .*failed|Errors .*error/u);
  });
});

describe('the linter of a generated back end', () => {
  const command = ['npm', 'run', 'lint'] as const;
  let project: Where;

  beforeAll(async () => {
    project = await projectOf(mutated);
  });

  test('is green before anything is changed', async () => {
    const ran = await run(command, project);
    expect(ran.code, ran.stdout).toBe(0);
  });

  test.each(offences)('is red after $what', async (mutation) => {
    const ran = await withEdit(project.cwd, mutation, () => run(command, project));
    expect(ran.code).not.toBe(0);
  });
});

describe('the compiler of a generated back end', () => {
  const command = ['npm', 'run', 'typecheck'] as const;
  let project: Where;

  beforeAll(async () => {
    project = await projectOf(mutated);
  });

  test('is green before anything is changed', async () => {
    const ran = await run(command, project);
    expect(ran.code, ran.stdout).toBe(0);
  });

  test.each(forgotten)('is red after $what', async (mutation) => {
    const ran = await withEdit(project.cwd, mutation, () => run(command, project));
    expect(ran.code).not.toBe(0);
    expect(ran.stdout).toContain('error TS');
  });
});
