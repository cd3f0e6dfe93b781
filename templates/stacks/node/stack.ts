import type {
  Command,
  Contribution,
  Folder,
  Variable,
} from '../../../generators/core/model/contribution.ts';
import type { Stack } from '../../../generators/core/model/stack.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { versions } from '../../versions.ts';
import { lineWidth } from './literals.ts';
import { packageJson } from './package-json.ts';
import { projectView } from './project-view.ts';
import { resourceView } from './resource-view.ts';
import { checks, pipelineSteps } from './steps.ts';
import { tableOf } from './table.ts';

export const stack: Stack = {
  packages: versions.npm,
  projectView,
  resourceView,
  tableOf,
  migrations: { folder: 'src/data/migrations', extension: '.ts', named: 'by-time' },
  lineWidth,
  runtime: {
    label: 'Node',
    command: 'node',
    minimum: versions.node.minimum,
    remedy: { borrow: `npx --yes --package node@${versions.node.major} --` },
  },
  install: ['npm', 'install'],
  manifest: 'package.json',
  installed: 'node_modules',
  verify: ['npm', 'run', 'verify'],
  next: ['npm run dev', 'npm run verify'],
};

const command = (name: string, script: string, does: string): Command => ({
  name,
  run: name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`,
  script,
  does,
});

const commands: readonly Command[] = [
  command(
    'dev',
    'node --watch --env-file-if-exists=.env src/server.ts',
    'Starts the server from its sources, and again after each change of them; a new resource needs a new start',
  ),
  command('build', 'tsc -p tsconfig.build.json', 'Compiles `src/` to `dist/`'),
  command('start', 'node --env-file-if-exists=.env dist/server.js', 'Starts what was built'),
  command('test', 'vitest run', 'Runs the tests'),
  command('test:coverage', 'vitest run --coverage', 'Runs the tests and holds the coverage floor'),
  command('lint', 'oxlint', 'Looks for mistakes and for imports across layers'),
  command('format', 'prettier --write .', 'Formats every file'),
  command('format:check', 'prettier --check .', 'Names the files that are not formatted'),
  command('typecheck', 'tsc', 'Checks the types of sources and tests'),
  command('smoke', 'node test/smoke.ts', 'Starts what was built, asks it a few things, stops it'),
  command(
    'verify',
    checks.flatMap(({ run }) => run).join(' && '),
    'Runs every check of the code, as before each merge',
  ),
];

const start = `Needs Node ${versions.node.minimum} or newer.

\`\`\`sh
npm install
npm run dev
curl http://127.0.0.1:3000/readyz
\`\`\`

\`npm run dev\` reads \`.env\`, migrates the database and listens. Where there is no \`.env\`, copy
\`.env.example\` and fill in the secrets, which are empty there.

In production nothing happens by itself: \`npm ci\`, \`npm run build\` and \`npm prune --omit=dev\` make the
release, \`node dist/data/migrate.js\` brings the database up to it, \`node dist/server.js\` serves it.`;

const change = `\`npx generator-groundwork field <resource> colour:string:optional\` does it, migration and tests included, and
keeps what you changed. By hand, a field stands in four files, and the compiler and the tests name the
one that was forgotten:

1. \`*.schema.ts\`: what it may hold; in the patch and, if lists go by it, in the query too
2. \`*.repository.ts\`: its column, and how it is read and written
3. a new file in \`src/data/migrations/\`, named by the time in UTC: \`20260131093000_add_colour_to_<table>.ts\`
4. \`test/modules/*.sample.ts\`: a value, and values that must be refused`;

const variables: readonly Variable[] = [
  {
    name: 'NODE_ENV',
    kind: 'choice',
    local: true,
    values: ['production', 'development', 'test'],
    default: 'production',
    development: 'development',
    comment: 'production, development or test; in development the server migrates at start',
  },
  {
    name: 'LOG_LEVEL',
    kind: 'choice',
    values: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    default: 'info',
    development: null,
    comment: 'fatal, error, warn, info, debug, trace or silent',
  },
];

const folders: readonly Folder[] = [
  { path: 'src/server.ts', holds: 'Configuration, start, signals' },
  { path: 'src/app.ts', holds: 'Puts the application together; listens to nothing' },
  { path: 'src/config.ts', holds: 'Every environment variable; nothing else reads them' },
  { path: 'src/modules/', holds: 'One folder a resource; found by name, listed nowhere' },
  { path: 'src/lib/', holds: 'What modules share; knows no framework and no database' },
  { path: 'src/data/', holds: 'The database, and nothing else knows which one it is' },
  { path: 'test/', holds: 'Tests through HTTP over a real database, and of single parts' },
];

export const contribute = ({ resources }: Spec): Contribution => ({
  docs: [
    { title: 'Start', body: start },
    ...(resources.length > 0 ? [{ title: 'Add a field', body: change }] : []),
  ],
  variables,
  packages: {
    runtime: ['pino', 'zod'],
    development: [
      '@types/node',
      '@vitest/coverage-v8',
      'oxlint',
      'oxlint-tsgolint',
      'prettier',
      'typescript',
      'vitest',
    ],
  },
  commands,
  steps: [...checks, ...pipelineSteps],
  probes: ['/livez', '/readyz'],
  // What a database in a file holds stays there when another one is chosen.
  ignored: ['node_modules/', 'dist/', 'coverage/', '/data/'],
  folders,
  managed: [
    '.npmrc',
    '.nvmrc',
    '.prettierignore',
    '.prettierrc.json',
    'tsconfig.build.json',
    'tsconfig.json',
  ],
});

export const writers = { 'package.json': packageJson };
