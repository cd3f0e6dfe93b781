import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCast } from '../../generators/core/model/load.ts';
import type { Model } from '../../generators/core/model/model.ts';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import { freePort } from '../../scripts/bench/free-port.ts';
import { repository } from '../unit/shape/sources.ts';
import { contained } from './machine/contained.ts';
import { openEngine, whyNoEngine } from './machine/engine.ts';
import type { Engine } from './machine/engine.ts';
import { makeFolder } from './machine/people.ts';
import { groundwork } from './machine/project.ts';
import { must } from './machine/run.ts';
import type { Where } from './machine/run.ts';
import { world } from './machine/world.ts';

const minutes = 60_000;
const noEngine = whyNoEngine();

const excused = contained.map(({ handled }) => ({ handled, reason: noEngine ?? handled.whyNot }));
for (const { handled, reason } of excused.filter((one) => one.reason !== undefined)) {
  test(`an image of ${handled.of} is built and run`, (context) => {
    console.info(`skipped: the image of ${handled.of}: ${reason}`);
    context.skip(reason);
  });
}

interface Inspected {
  readonly Config: {
    readonly User: string;
    readonly Cmd: readonly string[];
    readonly Env: readonly string[];
    readonly Healthcheck: { readonly Test: readonly string[] };
  };
  readonly State: { readonly ExitCode: number };
}

const possible = contained.filter(
  ({ handled }) => noEngine === undefined && handled.whyNot === undefined,
);

describe.each(possible)('the image of $handled.of', (row) => {
  const { stack, words, complete, environment } = row.handled;
  const image = `localhost/groundwork-e2e-${stack}:test`;
  const container = `groundwork-e2e-${stack}-${process.pid}`;
  const volume = ['--volume', `${container}:/app/data`];
  const [person] = world().people;
  if (person === undefined) throw new Error('there is nobody to play');
  const parent: Where = {
    as: person,
    cwd: makeFolder(person, 'contained', stack),
    path: world().modernPath,
  };
  const spec = join(parent.cwd, 'spec.json');
  let engine: Engine;
  let origin = '';

  const inspect = async (): Promise<Inspected> => {
    const [found] = JSON.parse(await engine.podman('inspect', container)) as Inspected[];
    if (found === undefined) throw new Error('no such container');
    return found;
  };
  const inside = (...command: readonly string[]) => engine.tryPodman('exec', container, ...command);

  const start = (pairs: readonly string[], ...how: readonly string[]) => {
    const env = pairs.flatMap((pair) => ['--env', pair]);
    return engine.podman('run', ...env, ...engine.strictly, ...volume, ...how);
  };

  /** Makes the project and its image; returns what the model says of it. */
  async function build(): Promise<Model> {
    const asked = ['new', 'contained', '--yes', '--json', '--no-git', ...words];
    const made = await groundwork(person!, parent.cwd, asked, environment(person!));
    if (made.code !== 0) throw new Error(made.stderr);
    const told = (JSON.parse(made.stdout) as { readonly spec: unknown }).spec;
    writeFileSync(spec, JSON.stringify(told));
    const project = join(parent.cwd, 'contained');
    complete(project);
    engine = await openEngine(parent, row.standIns);
    await engine.build(project, image, row.reach(person!));
    return (await loadCast(parseSpec(told))).model;
  }

  beforeAll(async () => {
    const { variables, release } = await build();
    const secrets = variables
      .filter(({ kind }) => kind === 'secret')
      .map(({ name }) => `${name}=${randomBytes(32).toString('base64url')}`);
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const generous = ['RATE_LIMIT_PER_MINUTE=1000000', 'AUTH_RATE_LIMIT_PER_MINUTE=1000000'];
    for (const { run } of release) await start(secrets, '--rm', image, ...run);
    const pairs = [`PORT=${port}`, ...generous, ...secrets];
    await start(pairs, '--detach', '--name', container, image);
    for (let round = 0; (await fetch(`${origin}/readyz`).catch(() => null))?.ok !== true;) {
      if ((round += 1) === 120) throw new Error(await engine.podman('logs', container));
      await sleep(250);
    }
  }, 15 * minutes);

  afterAll(async () => {
    await engine.tryPodman('rm', '--force', '--volumes', container);
    await engine.tryPodman('volume', 'rm', '--force', container);
    await engine.tidyUp(image);
  }, 2 * minutes);

  test('runs as a number that is not root, and as production', async () => {
    const { Config } = await inspect();
    expect(Config.User).toBe('1000:1000');
    expect(Config.Cmd).toEqual(row.command);
    expect(Config.Env).toEqual(expect.arrayContaining([...row.environment]));
    expect((await inside('id', '-u')).stdout).toBe('1000\n');
  });

  test('holds what runs and nothing else', async () => {
    const { stdout } = await inside('ls', '-A', '/app');
    expect(stdout.trim().split('\n')).toEqual(row.holds);
    const list = `ls /app/${row.packages.folder}`;
    const packages = (await inside('sh', '-c', list)).stdout.split('\n');
    expect(packages).toContain(row.packages.some);
    for (const tool of row.packages.none) {
      expect(packages).not.toContain(tool);
      expect((await inside('sh', '-c', `command -v ${tool}`)).stdout).toBe('');
    }
  });

  test('is healthy by its own check, which fails when nobody listens', async () => {
    expect((await engine.tryPodman('healthcheck', 'run', container)).code).toBe(0);
    const [, ...check] = (await inspect()).Config.Healthcheck.Test;
    expect(check.join(' ')).toContain('/livez');
    const proxied = ['HTTP_PROXY', 'http_proxy'].map((name) => `${name}=http://127.0.0.1:1`);
    expect((await inside('env', ...proxied, ...check)).code).toBe(0);
    expect((await inside('env', 'PORT=1', ...check)).code).toBe(1);
  });

  test('writes to its data and nowhere else', async () => {
    const touched = await inside('touch', `/app/${row.sources}/x`);
    expect(touched.stderr).toContain('Read-only file system');
    expect((await inside('ls', '/app/data')).stdout).toContain('app.db');
  });

  test(
    'keeps the HTTP contract',
    async () => {
      const vitest = join(repository, 'node_modules', 'vitest', 'vitest.mjs');
      const env = { GROUNDWORK_URL: origin, GROUNDWORK_SPEC: spec };
      const where = { ...parent, cwd: repository, env };
      const said = await must(['node', vitest, 'run', '--project', 'contract'], where);
      expect(said).toMatch(/Tests .*\d+ passed/u);
    },
    10 * minutes,
  );

  test('stops on SIGTERM within the grace time, with exit code 0', async () => {
    const begun = performance.now();
    await engine.podman('stop', '--time', '10', container);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect((await inspect()).State.ExitCode).toBe(0);
    expect(await engine.podman('logs', container)).toContain(row.farewell);
  });
});
