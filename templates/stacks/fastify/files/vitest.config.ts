import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 10_000,
    // No test changes a module, so files may share them: half the time.
    isolate: false,
    // Autoload imports the routes; outside vitest they would load a second copy of every module.
    server: { deps: { inline: ['@fastify/autoload'] } },
    coverage: {
      include: ['src/**'],
      // Runs in a process of its own: test/lifecycle.test.ts.
      exclude: ['src/server.ts'],
      thresholds: { lines: 90, branches: 90 },
    },
  },
});
