import { defineConfig } from 'vitest/config';
import type { TestProjectInlineConfiguration } from 'vitest/config';

const project = (
  name: string,
  files: string,
  more: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration => ({
  test: {
    name,
    include: [`test/${files}.test.ts`],
    testTimeout: 30_000,
    // Tests are found by their whole names.
    taskTitleValueFormatTruncate: 0,
    ...more,
  },
});

const slow = 'test/**/*.slow.test.ts';
const results = process.env['GROUNDWORK_RESULTS'];

/** `npm test` runs unit, matrix and lifecycle; `.ci/run` the long ones as well. */
export default defineConfig({
  test: {
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
    projects: [
      project('unit', 'unit/**/*', { exclude: [slow] }),
      project('matrix', 'matrix/**/*', { exclude: [slow] }),
      project('lifecycle', 'lifecycle/**/*', { exclude: [slow] }),
      project('slow', '{unit,matrix,lifecycle}/**/*.slow', {
        testTimeout: 600_000,
        hookTimeout: 60_000,
      }),
      project('contract', 'contract/**/*', { testTimeout: 60_000 }),
      project('e2e', 'e2e/**/*', {
        globalSetup: 'test/e2e/machine/setup.ts',
        testTimeout: 120_000,
        hookTimeout: 300_000,
      }),
    ],
  },
});
