import { beforeAll, describe, expect, test } from 'vitest';
import { withEdit } from './machine/edit.ts';
import { makeProject } from './machine/project.ts';
import { run } from './machine/run.ts';
import type { Where } from './machine/run.ts';
import { world } from './machine/world.ts';
import { authMistakes } from './mutations/auth.ts';
import { dataMistakes } from './mutations/data.ts';
import { httpMistakes } from './mutations/http.ts';
import { forgotten, offences } from './mutations/offences.ts';

const [person] = world().people;
if (person === undefined) throw new Error('there is nobody to play');
let project: Where;

beforeAll(async () => {
  project = await makeProject(person, 'mutated', ['--no-git']);
});

describe('the tests of a generated back end', () => {
  const command = ['npm', 'test', '--', '--bail=1'] as const;

  test('are green before anything is changed', async () => {
    const ran = await run(command, project);
    expect(ran.code, ran.stdout).toBe(0);
  });

  test.each([...httpMistakes, ...authMistakes, ...dataMistakes])(
    'are red after $what',
    async (mutation) => {
      const work = () => run([...command, mutation.tests], project);
      const ran = await withEdit(project.cwd, mutation, work);
      expect(ran.code).not.toBe(0);
      // Without any test to run there is an error, too.
      expect(ran.stdout).toMatch(/Tests .*failed/u);
    },
  );
});

describe('the linter of a generated back end', () => {
  const command = ['npm', 'run', 'lint'] as const;

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
