/** Every version of every dependency, image and action that a template names. */
export const versions = {
  node: { runtime: '24.21.0', major: '24', minimum: '24.16.0' },
  // Digests of the index, so that they are right on every platform.
  images: {
    node: {
      name: 'node',
      tag: '24.21.0-trixie-slim',
      digest: 'sha256:8ec5d7557396cfe32d21c3f9c13072355ceab22b584578ca4bb28af31120cffe',
    },
    postgresql: {
      name: 'postgres',
      tag: '18.6-trixie',
      digest: 'sha256:4ef4dbc939d61acea57712655ddb4b4ab27419c913f94cca0cd57cb3ea3c2280',
    },
    mysql: {
      name: 'mysql',
      tag: '8.4.11-oraclelinux9',
      digest: 'sha256:b3b90af2a6552ae30c266fdb7d5dd55f3afb72404bb78d37fe8a23eb857fd3fb',
    },
  },
  actions: {
    'actions/checkout': { version: 'v7.0.1', commit: '3d3c42e5aac5ba805825da76410c181273ba90b1' },
    'actions/setup-node': { version: 'v7.0.0', commit: '820762786026740c76f36085b0efc47a31fe5020' },
    'actions/upload-artifact': {
      version: 'v7.0.1',
      commit: '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a',
    },
  },
  runners: { github: 'ubuntu-24.04' },
  tools: {
    gitleaks: {
      archive:
        'https://github.com/gitleaks/gitleaks/releases/download/v8.30.1/gitleaks_8.30.1_linux_x64.tar.gz',
      sha256: '551f6fc83ea457d62a0d98237cbad105af8d557003051f41f3e7ca7b3f2470eb',
    },
  },
  npm: {
    '@fastify/autoload': '6.5.0',
    '@fastify/cors': '11.4.3',
    '@fastify/rate-limit': '11.2.0',
    '@fastify/under-pressure': '9.2.0',
    '@types/node': '24.19.2',
    '@types/pg': '8.23.1',
    '@vitest/coverage-v8': '5.1.1',
    fastify: '5.12.8',
    'fastify-plugin': '6.0.1',
    jose: '6.2.17',
    kysely: '0.29.9',
    mysql2: '3.24.6',
    oxlint: '1.94.0',
    'oxlint-tsgolint': '7.0.2007',
    pg: '8.23.1',
    pino: '10.4.0',
    prettier: '3.10.1',
    typescript: '7.0.2',
    vitest: '5.1.1',
    zod: '4.6.7',
  },
} as const;
