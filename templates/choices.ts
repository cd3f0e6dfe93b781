import type { Dimension } from '../generators/core/spec/dimension.ts';

/** Every dimension and choice, in the order in which they are asked. One row a choice. */
export const dimensions = [
  {
    id: 'architecture',
    label: 'Architecture',
    question: 'How is the back end cut into deployments?',
    default: 'monolith',
    choices: [{ id: 'monolith', label: 'Monolith', hint: 'one application, one deployment' }],
  },
  {
    id: 'stack',
    label: 'Framework',
    question: 'Which framework is it written in?',
    default: 'fastify',
    choices: [
      { id: 'fastify', label: 'Fastify', hint: 'TypeScript on Node, schema first, fast' },
      {
        id: 'django',
        label: 'Django',
        hint: 'Python, Django 5.2 LTS with its REST framework',
        // What Python does not take for the name of a class, and what rows are called.
        reserves: ['false', 'none', 'ownedRow', 'row', 'true'],
      },
    ],
  },
  {
    id: 'database',
    label: 'Database',
    question: 'Where does it keep its data?',
    default: 'sqlite',
    choices: [
      {
        id: 'sqlite',
        label: 'SQLite',
        hint: 'embedded in one file, no server',
        family: 'sql',
        reserves: ['sqlite*'],
      },
      {
        id: 'postgresql',
        label: 'PostgreSQL',
        hint: 'a server, 15 or newer',
        family: 'sql',
        has: ['database-server'],
      },
      {
        id: 'mysql',
        label: 'MySQL',
        hint: 'a server, 8.4 or newer, or MariaDB 10.11',
        family: 'sql',
        has: ['database-server'],
      },
    ],
  },
  {
    id: 'api',
    label: 'API style',
    question: 'How do clients talk to it?',
    default: 'rest',
    choices: [{ id: 'rest', label: 'REST', hint: 'JSON over HTTP, described by OpenAPI 3.1' }],
  },
  {
    id: 'auth',
    label: 'Authentication',
    question: 'Who may call it?',
    default: 'jwt',
    choices: [
      {
        id: 'jwt',
        label: 'Users and tokens',
        hint: 'accounts, roles, rows with owners; JWT and refresh tokens',
        has: ['characters', 'email', 'list', 'one-of', 'unicode'],
        reserves: [
          'auth',
          'user',
          'users',
          'userRole',
          'userRoles',
          'refreshToken',
          'refreshTokens',
          'authCredentials',
          'authPasswordChange',
          'authProfile',
          'authRefresh',
          'authRegistration',
          'authTokens',
        ],
      },
      { id: 'none', label: 'None', hint: 'every caller may do everything' },
    ],
  },
  {
    id: 'ci',
    label: 'Continuous integration',
    question: 'Where are changes checked?',
    default: 'github',
    choices: [
      { id: 'github', label: 'GitHub Actions', hint: 'every check a job, on each pull request' },
      { id: 'none', label: 'None', hint: 'no pipeline; checks run on your machine' },
    ],
  },
  {
    id: 'delivery',
    label: 'Delivery',
    question: 'How is it delivered?',
    default: 'docker',
    choices: [
      { id: 'docker', label: 'Docker', hint: 'a small image and a compose file' },
      { id: 'none', label: 'None', hint: 'no image; runs as a process' },
    ],
  },
] as const satisfies readonly Dimension[];
