import type { Model } from '../../../generators/core/model/model.ts';
import type { View } from '../../../generators/core/model/stack.ts';
import { imageOf } from '../../../generators/core/model/service.ts';
import { json } from '../../../generators/core/render/quote.ts';
import { versions } from '../../versions.ts';
import { fieldsView } from './fields-view.ts';
import { call, mapping } from './literals.ts';
import { projectSlots } from './slots.ts';
import type { ProjectSlots } from './slots.ts';
import { settingLine, settingOf } from './variables.ts';

/** A row of the table in `docs/problems.md`, as wide as the others. */
function problemView(problem: ProjectSlots['problems'][number]) {
  const { kind, status, remedy } = problem;
  const cells = [`\`/problems/${kind}\``.padEnd(34), String(status).padEnd(6), remedy.padEnd(70)];
  return { ...problem, row: `| ${cells.join(' | ')} |` };
}

const sorted = (lines: readonly (string | null)[]): readonly string[] =>
  [...new Set(lines)].flatMap((line) => (line === null ? [] : [line])).toSorted();

function callersView({ callers }: ProjectSlots) {
  const imports = sorted(callers.map((caller) => caller.imports));
  return {
    // A group of its own, if there is any.
    imports: imports.length === 0 ? [] : [`${imports.join('\n')}\n`],
    ownImports: sorted(callers.map(({ ownImports }) => ownImports)),
    all:
      callers.length === 0
        ? [{ name: 'api', parameters: '', type: 'Api', value: 'Api()' }]
        : callers,
  };
}

function testEnvironmentView({ testEnvironment }: ProjectSlots) {
  const imports = sorted(testEnvironment.map((entry) => entry.imports));
  return {
    // A group of its own, if there is any.
    imports: imports.length === 0 ? [] : [`\n${imports.join('\n')}`],
    all: [...testEnvironment, { name: 'RATE_LIMIT_PER_MINUTE', value: '"1000000"' }].map(
      ({ name, value }) => ({ name, value }),
    ),
  };
}

/** What makes the settings of the database: told where it is, and what adapters add. */
function databasesView({ variables }: Model, slots: ProjectSlots): string {
  const words = [
    ...variables.filter(({ kind }) => kind === 'file' || kind === 'store').map(settingOf),
    ...slots.databaseSettings.map(({ name }) => name),
  ];
  return words.length === 1
    ? `{"default": url.settings_of(${words.join('')})}`
    : mapping([`"default": ${call('url.settings_of', words)}`]);
}

/** A paragraph of its own, if there is any. */
const settingsView = ({ settings }: ProjectSlots): readonly string[] =>
  settings.length === 0 ? [] : [settings.map(({ name, value }) => `${name} = ${value}`).join('\n')];

/** How the settings tell what guards the API. */
function securityView({ security }: ProjectSlots) {
  const last = security.at(-1);
  return {
    schemes: mapping(security.map(({ scheme }) => scheme)),
    authentication: last === undefined ? '' : json(last.authentication),
    permission: last === undefined ? '' : json(last.permission),
    errors: last?.errors ?? 'common.errors.answer',
  };
}

/** What the templates of a Django project print, beside the model. */
export function projectView(model: Model): View {
  const slots = projectSlots(model);
  const { spec, variables } = model;
  return {
    python: versions.python.version,
    oldestPython: versions.python.oldest,
    pythonTarget: `py${versions.python.oldest.replace('.', '')}`,
    pythonImage: imageOf(versions.images.python),
    uvImage: imageOf(versions.images.uv),
    description: spec.description === '' ? [] : [json(spec.description)],
    variables: variables.map(settingLine),
    secrets: variables.filter(({ kind }) => kind === 'secret').map(({ name }) => name),
    problems: slots.problems.map(problemView),
    settings: settingsView(slots),
    settingsImports: sorted(slots.settings.map(({ imports }) => imports)),
    databases: databasesView(model, slots),
    security: securityView(slots),
    testEnvironment: testEnvironmentView(slots),
    testServers: slots.testServers,
    systemPackages: slots.systemPackages,
    callers: callersView(slots),
    ...fieldsView(spec),
  };
}
