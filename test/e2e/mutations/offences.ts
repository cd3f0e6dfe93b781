import { tasks } from './mutation.ts';
import type { Offence } from './mutation.ts';

/** What the rules of the project forbid; the last lines of a file are as good a place as any. */
export const offences: readonly Offence[] = [
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
