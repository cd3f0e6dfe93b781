import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeFolder } from './machine/people.ts';
import type { Person } from './machine/people.ts';
import { groundwork, makeProject } from './machine/project.ts';
import { must, run } from './machine/run.ts';
import { scannerFromSource } from './machine/scanner.ts';
import type { Ran, Where } from './machine/run.ts';
import { stacks } from './machine/stacks.ts';
import type { Handled } from './machine/stacks.ts';
import { world } from './machine/world.ts';

interface Step {
  readonly name: string;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: { readonly path?: string };
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const [person] = world().people;
if (person === undefined) throw new Error('there is nobody to play');

const workflowFile = '.github/workflows/ci.yml';

/** The steps must be known before the tests are; a project without packages has them too. */
async function jobsOf({ stack, words }: Handled, of: Person): Promise<Workflow['jobs']> {
  const sample = makeFolder(of, 'ci-sample', stack);
  const asked = ['new', '.', '--name', 'sample', '--yes', '--no-install', '--no-git', ...words];
  await groundwork(of, sample, asked);
  return (parse(readFileSync(join(sample, workflowFile), 'utf8')) as Workflow).jobs;
}

const cases = await Promise.all(
  stacks.map(async (handled) => ({ handled, jobs: await jobsOf(handled, person) })),
);

/** What earlier steps of a job hand on. */
const pairsIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^(\w+)=(.*)$/gmu)].map(([, name, value]) => [name, value]));

const noEngine = spawnSync('docker', ['info']).status !== 0;

const unreachable = 'the releases of the scanner are out of reach, and its source too';

/** Why a step cannot be run on this machine, in spite of being right. */
function excuseOf(command: string, { stdout, stderr }: Ran): string | undefined {
  const said = `${stdout}${stderr}`;
  if (command.startsWith('docker ') && noEngine) return 'there is no container engine';
  if (command.includes('npm audit') && /audit endpoint returned an error|E405|ENOAUDIT/u.test(said))
    return 'the registry of this machine answers no audits';
  if (command === 'make audit' && /could not be audited|ConnectionError/u.test(said))
    return 'the index of this machine answers no audits';
  if (command.startsWith('curl ') && /^curl: \(/mu.test(said)) return unreachable;
  return undefined;
}

for (const { of, whyNot } of stacks.filter((handled) => handled.whyNot !== undefined)) {
  test(`the workflow of ${of} runs`, (context) => {
    console.info(`skipped: the workflow of ${of}: ${whyNot}`);
    context.skip(whyNot);
  });
}

const possible = cases.filter(({ handled }) => handled.whyNot === undefined);

describe.each(possible)('every command of the workflow of $handled.of, in a clone', (one) => {
  const { handled, jobs } = one;
  let clone: Where;

  beforeAll(async () => {
    const env = handled.environment(person);
    const project = await makeProject(person, `piped-${handled.stack}`, handled.words, env);
    const parent = { ...project, cwd: makeFolder(person, 'runner', handled.stack) };
    if (handled.complete(project.cwd).length > 0) {
      await must(['git', 'commit', '--all', '--message', 'chore: complete the lock'], project);
    }
    await must(['git', 'clone', '--quiet', project.cwd, 'piped'], parent);
    clone = { ...parent, cwd: join(parent.cwd, 'piped'), env: { ...env, CI: 'true' } };
  }, 300_000);

  describe.each(Object.entries(jobs))('job %s', (_, { steps }) => {
    const handedOn = join(person.home, 'github-env');

    beforeAll(async () => {
      await must(['git', 'clean', '-ffdxq'], clone);
      writeFileSync(handedOn, '');
    });

    test.for(steps)('$name', { timeout: 300_000 }, async (step, context) => {
      if (step.if === 'failure()') return;
      if (step.run === undefined) {
        expect(step.uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/u);
        if (step.with?.path !== undefined)
          expect(existsSync(join(clone.cwd, step.with.path))).toBe(true);
        return;
      }
      // As a runner does.
      const env = {
        ...clone.env,
        GITHUB_ENV: handedOn,
        ...pairsIn(readFileSync(handedOn, 'utf8')),
      };
      const perform = (command: string) => run(['bash', '-e', '-c', command], { ...clone, env });
      let ran = await perform(step.run);
      let excuse = ran.code === 0 ? undefined : excuseOf(step.run, ran);
      const scanner = excuse === unreachable ? scannerFromSource() : undefined;
      if (scanner !== undefined) {
        const scan = step.run.split('\n').at(-1) ?? '';
        ran = await perform(scan.replace('/tmp/gitleaks', scanner));
        excuse = undefined;
      }
      if (excuse !== undefined) {
        console.info(`skipped: ${step.name}: ${excuse}`);
        context.skip(excuse);
      }
      expect(ran.code, `${ran.stdout}${ran.stderr}`).toBe(0);
    });
  });

  test('leave nothing in the clone that git would take for work', async () => {
    expect(await must(['git', 'status', '--porcelain'], clone)).toBe('');
  });
});
