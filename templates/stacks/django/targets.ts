import type { Command } from '../../../generators/core/model/contribution.ts';
import { bill } from './steps.ts';

/** What `make` can do. */
interface Target {
  readonly name: string;
  readonly needs?: readonly string[];
  readonly recipe: readonly string[];
  /** For `make help` and the README. */
  readonly does: string;
}

/** Django has other quotes. */
const formatted = '$(run) ruff format --quiet apps/*/migrations';

export const targets: readonly Target[] = [
  {
    name: 'lock',
    recipe: ['uv lock'],
    does: 'Writes `uv.lock` anew, as `pyproject.toml` wants it',
  },
  { name: 'install', recipe: ['uv sync --locked'], does: 'Installs what `uv.lock` names' },
  {
    name: 'dev',
    needs: ['migrate'],
    recipe: ['$(with_env) serve.py --reload'],
    does: 'Migrates the database and starts the server, again after each change of what it has loaded',
  },
  {
    name: 'migrate',
    recipe: ['$(with_env) manage.py migrate'],
    does: 'Runs the migrations that have not run yet',
  },
  {
    name: 'migrations',
    recipe: ['$(with_env) manage.py makemigrations', formatted],
    does: 'Writes migrations for models that have changed',
  },
  {
    name: 'merge-migrations',
    recipe: ['$(with_env) manage.py makemigrations --merge', formatted],
    does: 'Writes migrations that bring those of two branches together',
  },
  {
    name: 'format',
    recipe: ['$(run) ruff format', '$(run) ruff check --select I --fix'],
    does: 'Formats every file',
  },
  {
    name: 'format-check',
    recipe: ['$(run) ruff format --check'],
    does: 'Names the files that are not formatted',
  },
  { name: 'lint', recipe: ['$(run) ruff check'], does: 'Looks for mistakes' },
  { name: 'types', recipe: ['$(run) mypy .'], does: 'Checks the types of sources and tests' },
  {
    name: 'test',
    recipe: ['$(run) pytest --cov'],
    does: 'Runs the tests and holds the coverage floor',
  },
  {
    name: 'checks',
    recipe: [
      '$(call checked,check --deploy --fail-level WARNING)',
      '$(call checked,makemigrations --check --dry-run)',
    ],
    does: 'Asks Django: are settings fit for production, do models and migrations agree?',
  },
  {
    name: 'smoke',
    recipe: ['$(released) -m tests.smoke'],
    does: 'Starts the back end with what a release has, asks it a few things, stops it',
  },
  {
    name: 'sbom',
    recipe: [
      `uv export --locked --no-dev --format cyclonedx1.5 --preview-features sbom-export --quiet --output-file ${bill}`,
    ],
    does: 'Writes down what the back end is made of, as CycloneDX',
  },
  {
    name: 'audit',
    recipe: [
      'uv export --locked --no-dev --no-emit-project --format requirements-txt --quiet --output-file requirements.audit.txt',
      '$(run) pip-audit --requirement requirements.audit.txt --disable-pip --require-hashes --strict',
    ],
    does: 'Looks for known vulnerabilities in what the back end is made of',
  },
  {
    name: 'verify',
    needs: ['format-check', 'lint', 'types', 'checks', 'test', 'smoke'],
    recipe: [],
    does: 'Runs every check of the code, as before each merge',
  },
];

export const commands: readonly Command[] = targets.map(({ name, recipe, does }) => ({
  name,
  run: `make ${name}`,
  script: recipe.join('\n'),
  does,
}));

const head = `.DEFAULT_GOAL := help

# Only \`dev\` and its kin read .env: what checks and tests need, they bring along.
run = uv run
with_env = uv run --env-file .env
released = uv run --isolated --locked --no-dev
checked = uv run manage.py $(1) --settings tests.settings

.PHONY: help
help:
\t@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\\t/' | expand -t 20
`;

const print = ({ name, needs = [], recipe, does }: Target): string =>
  [
    `.PHONY: ${name}`,
    `${[`${name}:`, ...needs].join(' ')} ## ${does.replaceAll('`', '')}`,
    ...recipe.map((line) => `\t${line}`),
  ].join('\n');

/** `Makefile`. */
export const makefile = (): string => `${[head.trimEnd(), ...targets.map(print)].join('\n\n')}\n`;
