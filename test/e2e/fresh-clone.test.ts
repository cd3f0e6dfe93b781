import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFolder } from './machine/people.ts';
import { nextCommands, typeNext } from './machine/next.ts';
import { must, run } from './machine/run.ts';
import type { Where } from './machine/run.ts';
import { world } from './machine/world.ts';

const repository = join(import.meta.dirname, '..', '..');
const minutes = 60_000;
const settingUp = 'Setting up';

const [person] = world().people;
if (person === undefined) throw new Error('there is nobody to play');
const parent: Where = {
  as: person,
  cwd: makeFolder(person, 'clones'),
  path: world().machinePath,
};

async function clone(name: string): Promise<Where> {
  await must(['git', 'clone', '--quiet', repository, name], parent);
  return { ...parent, cwd: join(parent.cwd, name) };
}

describe('npm start in a fresh clone, with the Node of the machine', () => {
  const words = ['npm', 'start', '--', 'new'] as const;
  let there: Where;

  beforeAll(async () => {
    there = await clone('for-start');
  });

  test(
    'sets itself up, makes a back end and says what to type next',
    async () => {
      const { code, stdout, stderr } = await run([...words, '../my-api', '--yes'], there);
      expect(code, stderr).toBe(0);
      expect(stderr).toContain(settingUp);
      const version = (await must(['node', '--version'], there)).slice(1).trim();
      if (Number.parseInt(version, 10) < 24)
        expect(stdout).toContain(`This machine has Node ${version}`);
      await typeNext(nextCommands(stdout), there);
    },
    5 * minutes,
  );

  test('does not install again the second time', async () => {
    const more = ['../other', '--yes', '--no-install', '--no-git'];
    const begun = performance.now();
    const { code, stderr } = await run([...words, ...more], there);
    expect(code, stderr).toBe(0);
    expect(stderr).not.toContain(settingUp);
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(existsSync(join(parent.cwd, 'other', 'groundwork.json'))).toBe(true);
  });

  test('leaves the clone as it was', async () => {
    expect(await must(['git', 'status', '--porcelain'], there)).toBe('');
  });
});

describe('npm test in a fresh clone, with the Node of the machine', () => {
  let there: Where;

  beforeAll(async () => {
    there = await clone('for-test');
  });

  // All of `npm test` is what `.ci/run` begins with; from here it would call itself.
  test(
    'sets itself up and finds its compiler',
    async () => {
      const first = await run(['npm', 'run', 'pretest'], there);
      expect(first, first.stderr).toMatchObject({ code: 0 });
      expect(first.stderr).toContain(settingUp);
      await must(['npm', 'run', 'typecheck'], there);
    },
    3 * minutes,
  );

  test('does not install again the second time', async () => {
    const second = await run(['npm', 'run', 'pretest'], there);
    expect(second).toMatchObject({ code: 0 });
    expect(second.stderr).not.toContain(settingUp);
  });
});
