import type { Model } from '../../../../generators/core/model/model.ts';
import type { Need, Provision, Step } from '../../../../generators/core/model/step.ts';
import { imageOf, urlOf, withPassword } from '../../../../generators/core/model/service.ts';
import type { Service } from '../../../../generators/core/model/service.ts';
import { apart, noted, trailed, yaml } from '../../../../generators/core/render/yaml.ts';
import type { Yaml, YamlMap } from '../../../../generators/core/render/yaml.ts';
import { versions } from '../../../versions.ts';

const minutes = 15;

/** What this file itself sees to, or the runner. */
const runnerHas: readonly Need[] = ['history', 'engine', 'variables', 'stores'];

/** An action at a commit, which nobody can move; the tag is for the reader and the update bot. */
function action(name: string): Yaml {
  const pinned = Object.hasOwn(versions.actions, name)
    ? versions.actions[name as keyof typeof versions.actions]
    : undefined;
  if (pinned === undefined) throw new Error(`templates/versions.ts has no commit of ${name}`);
  return trailed(`${name}@${pinned.commit}`, pinned.version);
}

const checkout = (needs: ReadonlySet<Need>): YamlMap => ({
  name: 'Check out',
  uses: action('actions/checkout'),
  with: { ...(needs.has('history') ? { 'fetch-depth': 0 } : {}), 'persist-credentials': false },
});

const provide = ({ name, how }: Provision): YamlMap =>
  'run' in how
    ? { name, run: how.run }
    : { name, uses: action(how.action), with: { ...how.inputs } };

/** Of containers that only this run can reach: it keeps nothing from anybody. */
const password = '${{ github.run_id }}';

/** A server for the steps of a job, reached as if it ran on the machine itself. */
const container = ({ image, testing, port, health }: Service): YamlMap => ({
  image: imageOf(image),
  env: { ...withPassword(testing.environment, password) },
  ports: [`${port}:${port}`],
  options: `--health-cmd "${health.join(' ')}" --health-interval 5s --health-retries 30`,
});

/** Where tests find servers on which they may make what they need. */
const testUrls = (services: readonly Service[]): YamlMap =>
  Object.fromEntries(
    services.map((service) => {
      const at = { host: '127.0.0.1', password, user: service.testing.user };
      return [`TEST_${service.url.variable}`, urlOf(service, at)];
    }),
  );

const perform = (
  { name, run, needs, diagnosis, keeps }: Step,
  services: readonly Service[],
): readonly YamlMap[] => [
  {
    name,
    ...(needs.includes('stores') && services.length > 0 ? { env: testUrls(services) } : {}),
    run: run.length === 1 ? run[0] : run.join('\n'),
  },
  ...(diagnosis === undefined ? [] : [{ name: 'Why it failed', if: 'failure()', run: diagnosis }]),
  ...(keeps === undefined
    ? []
    : [
        {
          name: `Keep ${keeps}`,
          uses: action('actions/upload-artifact'),
          with: { name: keeps, path: keeps, 'if-no-files-found': 'error' },
        },
      ]),
];

/** Fresh ones for each run: this back end serves nobody, and the repository has no secrets to give. */
const freshVariables = ({ variables, services }: Model): readonly YamlMap[] => {
  const names = [
    ...variables.filter(({ kind }) => kind === 'secret').map(({ name }) => name),
    ...services.map((service) => service.password),
  ];
  const lines = names.map((name) => `echo "${name}=$(openssl rand -hex 32)" >> "$GITHUB_ENV"`);
  return lines.length === 0 ? [] : [{ name: 'Make secrets', run: lines.join('\n') }];
};

/** A job runs one step, and those that work on what it leaves. */
function job(steps: readonly Step[], model: Model): YamlMap {
  const { provisions, services } = model;
  const needs = new Set(steps.flatMap((step) => step.needs));
  const known = new Set([...runnerHas, ...provisions.map(({ need }) => need)]);
  const unmet = [...needs].find((need) => !known.has(need));
  if (unmet !== undefined) throw new Error(`nothing provides ${unmet} on GitHub`);
  const containers = needs.has('stores') ? services : [];
  return {
    name: steps.map(({ name }) => name).join(', '),
    'runs-on': versions.runners.github,
    'timeout-minutes': minutes,
    permissions: { contents: 'read' },
    ...(containers.length === 0
      ? {}
      : { services: Object.fromEntries(containers.map((each) => [each.name, container(each)])) }),
    steps: [
      checkout(needs),
      ...provisions.filter(({ need }) => needs.has(need)).map(provide),
      ...(needs.has('variables') ? freshVariables(model) : []),
      ...steps.flatMap((step) => perform(step, services)),
    ],
  };
}

/** .github/workflows/ci.yml: each step of the model as a job of its own. */
export function workflow(model: Model): string {
  const { steps } = model;
  const first = steps.filter(({ after }) => after === undefined);
  const jobs = first.map((step) => {
    const following = steps.filter(({ after }) => after === step.id);
    return [step.id, job([step, ...following], model)] as const;
  });
  return yaml({
    name: 'CI',
    on: {
      push: { branches: ['main'] },
      pull_request: null,
      schedule: noted(
        [{ cron: '17 5 * * 1' }],
        'What was fine when it was merged may not be so for ever.',
      ),
    },
    permissions: {},
    concurrency: noted(
      {
        group: '${{ github.workflow }}-${{ github.event.pull_request.number || github.sha }}',
        'cancel-in-progress': true,
      },
      'A push to a pull request ends the run of the push before; on main every commit has its own.',
    ),
    jobs: apart(Object.fromEntries(jobs)),
  });
}
