import { describe, expect, test } from 'vitest';
import { makeFolder } from './machine/people.ts';
import { nextCommands, typeNext } from './machine/next.ts';
import { groundwork } from './machine/project.ts';
import { django, fastify } from './machine/stacks.ts';
import { world } from './machine/world.ts';

const cases = [
  ...world().people.map((person) => ({ person, handled: fastify })),
  ...world()
    .people.slice(-1)
    .map((person) => ({ person, handled: django })),
];

describe.each(cases)('what $person.name is told of $handled.of', ({ person, handled }) => {
  test.skipIf(handled.whyNot !== undefined)(
    'to type next works as printed',
    async () => {
      const cwd = makeFolder(person, 'next', handled.stack);
      const env = handled.environment(person);
      const words = ['new', 'my-api', '--yes', ...handled.words];
      const { code, stdout, stderr } = await groundwork(person, cwd, words, env);
      expect(code, stderr).toBe(0);
      const commands = nextCommands(stdout);
      expect(commands).toEqual(['cd my-api', ...handled.next]);
      await typeNext(commands, { as: person, cwd, path: world().modernPath, env });
    },
    600_000,
  );
});
