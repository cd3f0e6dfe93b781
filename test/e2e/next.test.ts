import { expect, test } from 'vitest';
import { makeFolder } from './machine/people.ts';
import { nextCommands, typeNext } from './machine/next.ts';
import { groundwork } from './machine/project.ts';
import { world } from './machine/world.ts';

test.each(world().people)(
  'each command that $name is told to type next works as printed',
  async (person) => {
    const cwd = makeFolder(person, 'next');
    const { code, stdout, stderr } = await groundwork(person, cwd, ['new', 'my-api', '--yes']);
    expect(code, stderr).toBe(0);
    const commands = nextCommands(stdout);
    expect(commands).toEqual(['cd my-api', 'npm run dev', 'npm run verify']);
    await typeNext(commands, { as: person, cwd, path: world().modernPath });
  },
  300_000,
);
