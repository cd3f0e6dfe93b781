/** Every version of every dependency and image that a template names. */
export const versions = {
  node: { runtime: '24.21.0', major: '24', minimum: '24.16.0' },
  npm: {
    '@fastify/autoload': '6.5.0',
    '@fastify/cors': '11.4.3',
    '@fastify/rate-limit': '11.2.0',
    '@fastify/under-pressure': '9.2.0',
    '@types/node': '24.19.2',
    '@vitest/coverage-v8': '5.1.1',
    fastify: '5.12.8',
    'fastify-plugin': '6.0.1',
    jose: '6.2.17',
    kysely: '0.29.9',
    oxlint: '1.94.0',
    'oxlint-tsgolint': '7.0.2007',
    pino: '10.4.0',
    prettier: '3.10.1',
    typescript: '7.0.2',
    vitest: '5.1.1',
    zod: '4.6.7',
  },
} as const;
