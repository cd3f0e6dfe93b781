import { beforeAll, describe, expect, test } from 'vitest';
import { withEdit } from './machine/edit.ts';
import type { Edit } from './machine/edit.ts';
import { makeProject } from './machine/project.ts';
import { run } from './machine/run.ts';
import type { Where } from './machine/run.ts';
import { world } from './machine/world.ts';

interface Mutation extends Edit {
  readonly what: string;
}

const tasks = 'src/modules/tasks/tasks';

/**
 * What somebody may do to the back end by mistake, and its own tests must notice. Not among them: a
 * process that does not close its SQLite file, which Node then closes by itself at the end.
 */
const mistakes: readonly Mutation[] = [
  {
    what: 'a handler that answers with another status',
    file: `${tasks}.routes.ts`,
    from: '.code(201)',
    to: '.code(200)',
  },
  {
    what: 'a handler that forgets the entity tag',
    file: `${tasks}.routes.ts`,
    from: "return reply.header('etag', entityTag(changed.version)).send(changed);",
    to: 'return reply.send(changed);',
  },
  {
    what: 'an update that overwrites whatever is there',
    file: `${tasks}.repository.ts`,
    from: "\n        .where('version', '=', version);",
    to: ';',
  },
  {
    what: 'an update that does not look at If-Match',
    file: `${tasks}.service.ts`,
    from: 'assertMatch(ifMatch, current.version);',
    to: '',
  },
  {
    what: 'an update that always makes a new version',
    file: `${tasks}.service.ts`,
    from: 'if (!changes(current, patch)) return current;',
    to: '',
  },
  {
    what: 'a list that never has a next page',
    file: 'src/lib/listing.ts',
    from: 'limit: size + 1',
    to: 'limit: size',
  },
  {
    what: 'a missing security header',
    file: 'src/plugins/response-headers.ts',
    from: "  'x-content-type-options': 'nosniff',\n",
    to: '',
  },
  {
    what: 'a rate limit that is one off',
    file: 'src/plugins/rate-limit.ts',
    from: 'max: perMinute',
    to: 'max: perMinute + 1',
  },
  {
    what: 'a body in which the last of two equal keys wins',
    file: 'src/lib/json.ts',
    from: 'if (keys?.has(key))',
    to: 'if (key === undefined)',
  },
];

/** What the rules of the project forbid; the last lines of a file are as good a place as any. */
const offences: readonly Mutation[] = [
  {
    what: 'a promise that nobody waits for',
    file: 'src/server.ts',
    from: '  await app.close();\n',
    to: '  app.close();\n',
  },
  {
    what: 'two files that import each other',
    file: `${tasks}.schema.ts`,
    from: "import * as z from 'zod';\n",
    to: `import * as z from 'zod';\nimport { createTaskService } from './tasks.service.ts';\nexport const cycle = createTaskService;\n`,
  },
  {
    what: 'a service that knows the database',
    file: `${tasks}.service.ts`,
    from: "import { randomUUIDv7 } from 'node:crypto';\n",
    to: "import { randomUUIDv7 } from 'node:crypto';\nimport { sql } from 'kysely';\nexport const raw = sql`select 1`;\n",
  },
  {
    what: 'a service that knows the framework',
    file: `${tasks}.service.ts`,
    from: "import { randomUUIDv7 } from 'node:crypto';\n",
    to: "import { randomUUIDv7 } from 'node:crypto';\nimport fastify from 'fastify';\nexport const app = fastify();\n",
  },
];

const [person] = world().people;
if (person === undefined) throw new Error('there is nobody to play');
let project: Where;

beforeAll(async () => {
  project = await makeProject(person, 'mutated', ['--no-git']);
});

describe.each([
  { command: ['npm', 'test', '--', '--bail=1'], mutations: mistakes },
  { command: ['npm', 'run', 'lint'], mutations: offences },
] as const)('$command of a generated back end', ({ command, mutations }) => {
  test('is green before anything is changed', async () => {
    const ran = await run(command, project);
    expect(ran.code, ran.stdout).toBe(0);
  });

  test.each(mutations)('is red after $what', async (mutation) => {
    const ran = await withEdit(project.cwd, mutation, () => run(command, project));
    expect(ran.code).not.toBe(0);
  });
});
