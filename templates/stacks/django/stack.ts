import type {
  Contribution,
  Folder,
  Variable,
} from '../../../generators/core/model/contribution.ts';
import type { Stack } from '../../../generators/core/model/stack.ts';
import { namesOf } from '../../../generators/core/spec/names.ts';
import type { Spec } from '../../../generators/core/spec/spec.ts';
import { versions } from '../../versions.ts';
import { lineWidth } from './literals.ts';
import { migrations as migrationWriter } from './migrations.ts';
import { projectView } from './project-view.ts';
import { resourceView } from './resource-view.ts';
import { bill, steps } from './steps.ts';
import { tableOf } from './table.ts';
import { commands, makefile } from './targets.ts';

export const stack: Stack = {
  packages: versions.pypi,
  projectView,
  resourceView,
  tableOf,
  migrations: {
    folder: 'apps/<table>/migrations',
    extension: '.py',
    named: 'by-number',
    portable: true,
    join: 'make merge-migrations',
  },
  lineWidth,
  runtime: {
    label: 'uv',
    command: 'uv',
    minimum: versions.uv.minimum,
    remedy: { fetch: 'curl -LsSf https://astral.sh/uv/install.sh | sh' },
  },
  // Writes `uv.lock`, where there is none that `pyproject.toml` agrees with, and installs.
  install: ['uv', 'sync'],
  manifest: 'pyproject.toml',
  installed: '.venv',
  verify: ['make', 'verify'],
  next: ['make dev', 'make verify'],
};

const start = `Needs [uv](https://docs.astral.sh/uv/), which brings the right Python along, and \`make\`.

\`\`\`sh
make lock install
make dev
curl http://127.0.0.1:3000/readyz
\`\`\`

\`make dev\` reads \`.env\`, migrates the database and listens. Where there is no \`.env\`, copy
\`.env.example\` and fill in the secrets, which are empty there. \`uv.lock\` belongs in git: \`make lock\` is
needed once, and whenever \`pyproject.toml\` changes.

In production nothing happens by itself: \`uv sync --locked --no-dev\` installs the release,
\`python manage.py migrate\` brings the database up to it, \`python serve.py\` serves it: gunicorn, one
process that works on \`THREADS\` requests at once.`;

const change = `\`npx generator-groundwork field <resource> colour:string:optional\` does it, migration and tests included, and
keeps what you changed. By hand, a field stands in five files:

1. \`models.py\`: its column, and what it may hold
2. \`serializers.py\`: in the list of fields
3. \`views.py\`: if lists are sorted or filtered by it
4. a new migration: \`make migrations\` writes it
5. \`tests/resources/<many>_sample.py\`: a value, and values that must be refused`;

const own = `An app is a package in \`apps/\`: Django finds it there, and its \`urls.py\` below \`/api/v1/\`. (What
\`manage.py startapp\` writes into \`apps.py\` lacks the folder: \`name = "apps.stats"\`.) A view inherits from
\`JsonView\` in \`common/views.py\`, or from \`OpenView\` in \`common/health.py\` where everybody may ask; its
\`operations\` are what \`/openapi.json\` says of it. Variables are read in \`config/settings.py\`, like those that
are there. \`uv add\` brings a package.`;

const merging = `Two branches that each bring a migration to one app leave it with two last ones, and the tests are red:
\`make merge-migrations\` writes one more, which brings them together.`;

const variables: readonly Variable[] = [
  {
    name: 'THREADS',
    kind: 'integer',
    min: 1,
    max: 500,
    default: '16',
    development: null,
    comment: 'Requests that are worked on at once; each keeps a connection to the database',
    connections: true,
    behind: 'SHUTDOWN_GRACE_MS',
  },
  {
    name: 'SECRET_KEY',
    kind: 'secret',
    default: null,
    development: null,
    comment:
      'Key of Django, for whatever it signs: random, at least 32 bytes (openssl rand -base64 32)',
    behind: 'THREADS',
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
  {
    path: 'apps/',
    holds:
      'One app a resource: its model, serializer, views, routes, migrations; your own are found here, too',
  },
  { path: 'common/', holds: 'What apps share' },
  { path: 'common/database/', holds: 'The database, and nothing else knows which one it is' },
  {
    path: 'common/middleware/',
    holds: 'What every request meets on its way, in the order of `config/settings.py`',
  },
  { path: 'common/server/', holds: 'gunicorn, signals, bodies' },
  { path: 'config/', holds: 'Settings, every environment variable, and which apps there are' },
  { path: 'manage.py', holds: 'Commands of Django' },
  { path: 'serve.py', holds: 'Starts the server' },
  { path: 'tests/', holds: 'Tests through HTTP over a real database, and of single parts' },
];

export const contribute = ({ resources }: Spec): Contribution => ({
  docs: [
    { title: 'Start', body: start },
    ...(resources.length > 0 ? [{ title: 'Add a field', body: change }] : []),
    { title: 'Add an app, a view, a package', body: own },
    { title: 'Migrations of two branches', part: 'contributing', body: merging },
  ],
  variables,
  packages: {
    runtime: ['django', 'djangorestframework', 'gunicorn'],
    development: [
      'django-stubs',
      'djangorestframework-stubs',
      'mypy',
      'pip-audit',
      'pytest',
      'pytest-cov',
      'pytest-django',
      'ruff',
      'types-gunicorn',
    ],
  },
  commands,
  steps,
  probes: ['/livez', '/readyz'],
  layouts: [
    { files: '*.py', indent: 4 },
    { files: 'Makefile', indent: 'tab' },
  ],
  ignored: [
    '.venv',
    '__pycache__/',
    '.coverage',
    '.mypy_cache/',
    '.pytest_cache/',
    '.ruff_cache/',
    'requirements.audit.txt',
    bill,
    // What a database in a file holds stays there when another one is chosen.
    '/data/',
  ],
  folders,
  managed: ['.python-version', 'Makefile'],
  // A resource that goes leaves its migrations behind, and they a package.
  seeded: resources.map((each) => `apps/${namesOf(each).many.snake}/migrations/__init__.py`),
});

export const writers = { Makefile: makefile };

export const migrations = migrationWriter;
