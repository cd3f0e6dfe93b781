import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from './machine/project.ts';
import { must, run } from './machine/run.ts';
import { withServer } from './machine/server.ts';
import { world } from './machine/world.ts';

const redocly = join(import.meta.dirname, '..', '..', 'node_modules', '@redocly', 'cli');
const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

test.each([
  { of: 'with the example', name: 'described', words: [] },
  { of: 'without the example', name: 'described-bare', words: ['--no-example'] },
])(
  'the OpenAPI document of a back end $of passes the linter',
  async ({ name, words }) => {
    const [person] = world().people;
    if (person === undefined) throw new Error('there is nobody to play');
    const where = await makeProject(person, name, ['--no-git', ...words]);
    await must(['npm', 'run', 'build'], where);
    const file = join(where.cwd, 'openapi.json');
    await withServer(['npm', 'start'], where, async (origin) => {
      const response = await fetch(`${origin}/openapi.json`);
      writeFileSync(file, await response.text());
    });
    // The linter is a development dependency of ours; the document is read by whoever runs the tests.
    const lint = ['node', join(redocly, 'bin', 'cli.js'), 'lint', file] as const;
    const ran = await run(lint, { ...where, env: quiet });
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
  },
  180_000,
);
