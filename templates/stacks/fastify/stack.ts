import type { Contribution } from '../../../generators/core/model/contribution.ts';
import type { Stack } from '../../../generators/core/model/stack.ts';

export const stack: Stack = { base: 'node' };

export const contribute = (): Contribution => ({
  packages: {
    runtime: [
      '@fastify/autoload',
      '@fastify/cors',
      '@fastify/rate-limit',
      '@fastify/under-pressure',
      'fastify',
      'fastify-plugin',
    ],
  },
  folders: [
    { path: 'src/plugins/', holds: 'What every request meets on its way, in app.ts order' },
  ],
  managed: ['.oxlintrc.json'],
});
