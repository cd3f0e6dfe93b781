/** Every version of every dependency and image that a template names. */
export const versions = {
  node: { runtime: '24.21.0', major: '24', minimum: '24.16.0' },
  npm: {
    fastify: '5.12.8',
  },
} as const;
