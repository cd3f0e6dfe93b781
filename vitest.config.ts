import { defineConfig } from 'vitest/config';

/** `npm test` runs the quick projects; `.ci/run` names the long ones. */
export default defineConfig({
  test: {
    projects: ['unit', 'matrix', 'lifecycle', 'contract', 'e2e'].map((name) => ({
      test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: 30_000 },
    })),
  },
});
