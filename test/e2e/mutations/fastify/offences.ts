import { tasks } from './example.ts';
import type { Offence } from '../mutation.ts';

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

/** What is forgotten where a field is added, and the compiler tells. */
export const forgotten: readonly Offence[] = [
  {
    what: 'a field that lists can be sorted by, but which has no column there',
    file: `${tasks}.schema.ts`,
    from: "listParameters(['createdAt', ",
    to: "listParameters(['dueDate', 'createdAt', ",
  },
  {
    what: 'a field that lists can be narrowed down by, but which has no column there',
    file: `${tasks}.schema.ts`,
    from: '  status: fields.status.optional(),\n',
    to: '  status: fields.status.optional(),\n  notes: fields.notes.optional(),\n',
  },
  {
    what: 'a field whose column says nothing of it',
    file: `${tasks}.repository.ts`,
    from: '    due_date: value.dueDate,\n',
    to: '',
  },
];
