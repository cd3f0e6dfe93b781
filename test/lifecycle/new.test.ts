import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeBaseline } from '../../generators/core/apply/baseline.ts';
import { readState, stateFiles } from '../../generators/core/apply/state.ts';
import { thisGenerator } from '../../generators/core/faces/generator.ts';
import { readAnswers } from '../../generators/core/faces/answers-file.ts';
import { completeSpec } from '../../generators/core/faces/answers.ts';
import { applyPlan, prepareNew } from '../../generators/core/faces/new-project.ts';
import type { Plan } from '../../generators/core/merge/plan.ts';
import type { Spec } from '../../generators/core/spec/spec.ts';
import { filesBelow } from '../../generators/core/merge/disk.ts';
import { loadCast } from '../../generators/core/model/load.ts';
import { migrate } from '../../generators/core/render/migrate.ts';
import { render } from '../../generators/core/render/render.ts';
import { snapshot } from '../unit/apply/files.ts';
import { cases } from '../matrix/cases.ts';
import { unformatted } from '../matrix/prettier-referee.ts';
import { bare, emptyFolder, groundwork } from './cli.ts';
import { withoutSecrets } from './without-secrets.ts';

interface Report {
  readonly changes: readonly { readonly path: string; readonly action: string }[];
}

async function newProject(folder: string, name: string, ...words: readonly string[]) {
  const answer = await groundwork(['new', name, ...bare, ...words, '--json'], { cwd: folder });
  expect(answer.stderr).toBe('');
  expect(answer.code).toBe(0);
  return { root: join(folder, name), report: JSON.parse(answer.stdout) as Report };
}

const isOwn = (path: string): boolean =>
  path === 'groundwork.json' || path.startsWith('.groundwork/');

const epoch = new Date('2026-01-01T00:00:00Z');

/** The same without a process of its own. */
async function writeNew(root: string, spec: Spec): Promise<Plan> {
  const { plan } = await prepareNew(root, spec, { force: false, now: epoch });
  await applyPlan(plan);
  return plan;
}

describe.each(cases)('a new project: $title', ({ spec }) => {
  test('has zero drift, the plan is what was written, and its own spec gives its tree', async () => {
    const folder = emptyFolder();
    const root = join(folder, 'shop');
    const plan = await writeNew(root, spec);
    expect(plan.changes.map(({ path }) => path).toSorted()).toEqual(filesBelow(root));
    await expectNoDrift(root);

    const given = await readAnswers(join(root, 'groundwork.json'));
    const again = join(folder, 'again');
    await writeNew(again, completeSpec({ given, suggestedName: 'again' }));
    expect(withoutSecrets(again)).toEqual(withoutSecrets(root));
  });
});

test('a dry run by the command plans what a real one writes, and writes nothing', async () => {
  const folder = emptyFolder();
  const words = ['new', 'shop', ...bare, '--json'];
  const dry = await groundwork([...words, '--dry-run'], { cwd: folder });
  expect(readdirSync(folder)).toEqual([]);
  const { root, report } = await newProject(folder, 'shop');
  expect(JSON.parse(dry.stdout)).toMatchObject({ ok: true, dryRun: true, changes: report.changes });
  expect(report.changes.map(({ path }) => path).toSorted()).toEqual(filesBelow(root));
  expect(new Set(report.changes.map(({ action }) => action))).toEqual(new Set(['create']));
  const answers = ['--answers', join(root, 'groundwork.json')];
  const again = await newProject(folder, 'again', ...answers);
  expect(withoutSecrets(again.root)).toEqual(withoutSecrets(root));
});

/** What the state remembers, what its spec renders to and what lies on the disk are the same. */
async function expectNoDrift(root: string): Promise<void> {
  const { spec, generator } = readState(root);
  expect(generator).toEqual(thisGenerator());
  const cast = await loadCast(spec);
  const tree = await render(cast);
  const known = new Set<string>(['.env']);
  for (const [unit, files] of tree) {
    const baseline = decodeBaseline(readFileSync(join(root, `.groundwork/base/${unit}.br`)));
    expect(baseline.unit).toBe(unit);
    expect([...baseline.files.keys()].toSorted()).toEqual([...files.keys()].toSorted());
    for (const [path, file] of files) {
      known.add(path);
      expect(baseline.files.get(path)).toEqual({ ...file, content: Buffer.from(file.content) });
      expect(readFileSync(join(root, path)).equals(file.content), path).toBe(true);
      expect(statSync(join(root, path)).mode & 0o777, path).toBe(file.mode);
    }
  }
  for (const [path, content] of stateFiles(spec, tree, generator)) {
    expect(readFileSync(join(root, path)).equals(content), path).toBe(true);
  }
  const others = filesBelow(root).filter((path) => !known.has(path) && !isOwn(path));
  expect(others).toHaveLength((await migrate(undefined, cast)).length);
}

test('a new project is formatted as its own formatter wants it, its state too', async () => {
  const { root } = await newProject(emptyFolder(), 'shop');
  const paths = filesBelow(root).filter((path) => !path.endsWith('.br'));
  const files = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  expect(await unformatted(files)).toEqual([]);
});

test('.env is for its owner alone, and git is told to leave it out', async () => {
  const { root } = await newProject(emptyFolder(), 'shop');
  expect(statSync(join(root, '.env')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(root, '.gitignore'), 'utf8').split('\n')).toContain('.env');
});

test('the time is told by the environment, or by the clock in UTC', async () => {
  const folder = emptyFolder();
  const wrong = await groundwork(['new', 'a', ...bare], {
    cwd: folder,
    env: { SOURCE_DATE_EPOCH: 'yesterday' },
  });
  expect(wrong).toMatchObject({
    code: 2,
    stderr: 'SOURCE_DATE_EPOCH must be seconds since 1970.\n',
  });
  const now = await groundwork(['new', 'b', ...bare, '--json'], {
    cwd: folder,
    env: { SOURCE_DATE_EPOCH: '', TZ: 'Pacific/Kiritimati' },
  });
  const { changes } = JSON.parse(now.stdout) as Report;
  const stamp = changes.map(({ path }) => /\/(\d{14})_create_/u.exec(path)?.[1]).find(Boolean);
  const expected = new Date().toISOString().replaceAll(/\D/gu, '').slice(0, 10);
  expect(stamp?.slice(0, 10)).toBe(expected);
});

test('a report for a person names the folder, the command and what comes next', async () => {
  const folder = emptyFolder();
  const { stdout, stderr, code } = await groundwork(['new', 'shop', ...bare], { cwd: folder });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  expect(stdout).toContain(`${join(folder, 'shop')}: `);
  expect(stdout).toContain('\nThe same again, without questions:\n  groundwork new shop ');
  expect(stdout).toContain('\nNext:\n  cd shop\n');
});

/** The secrets of a new project, each of which must stand in `.env` alone. */
async function secretsOf(name: string): Promise<readonly string[]> {
  const { root } = await newProject(emptyFolder(), name);
  const files = Object.entries(snapshot(root));
  const [, env = ''] = files.find(([path]) => path === '.env') ?? [];
  const secrets = [...env.matchAll(/^\w*SECRET\w*=(.+)$/gmu)].map(([, value = '']) => value);
  for (const secret of secrets) {
    expect(Buffer.from(secret, 'base64url').length).toBeGreaterThanOrEqual(32);
    const holders = files.filter(([, content]) => content.includes(secret));
    expect(holders.map(([path]) => path)).toEqual(['.env']);
  }
  return secrets;
}

test('no two projects share a secret, and none of them stands anywhere but in .env', async () => {
  const [one, other] = [await secretsOf('one'), await secretsOf('other')];
  expect(one.length).toBeGreaterThan(0);
  expect(one.filter((secret) => other.includes(secret))).toEqual([]);
});
