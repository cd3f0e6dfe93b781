import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../scripts/bench/free-port.ts';
import { repository } from '../unit/shape/sources.ts';
import { completeLock } from './machine/complete-lock.ts';
import { openEngine, whyNoEngine } from './machine/engine.ts';
import type { Engine } from './machine/engine.ts';
import { makeFolder } from './machine/people.ts';
import { groundwork } from './machine/project.ts';
import { must } from './machine/run.ts';
import type { Where } from './machine/run.ts';
import { world } from './machine/world.ts';

const minutes = 60_000;
const image = 'localhost/groundwork-e2e:test';
const container = `groundwork-e2e-${process.pid}`;
const volume = ['--volume', `${container}:/app/data`];
const secret = `JWT_SECRET=${randomBytes(32).toString('base64url')}`;
const reason = whyNoEngine();

if (reason !== undefined) {
  test('an image is built and run', (context) => {
    console.info(`skipped: the image: ${reason}`);
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

describe.runIf(reason === undefined)('the image of the default back end', () => {
  const [person] = world().people;
  if (person === undefined) throw new Error('there is nobody to play');
  const parent: Where = { as: person, cwd: makeFolder(person, 'work'), path: world().modernPath };
  const spec = join(person.home, 'contained.json');
  let engine: Engine;
  let origin = '';

  const inspect = async (): Promise<Inspected> => {
    const [found] = JSON.parse(await engine.podman('inspect', container)) as Inspected[];
    if (found === undefined) throw new Error('no such container');
    return found;
  };
  const inside = (...words: readonly string[]) => engine.tryPodman('exec', container, ...words);

  beforeAll(async () => {
    const words = ['new', 'contained', '--yes', '--json', '--no-git'];
    const made = await groundwork(person, parent.cwd, words);
    if (made.code !== 0) throw new Error(made.stderr);
    writeFileSync(spec, JSON.stringify((JSON.parse(made.stdout) as { spec: unknown }).spec));
    const project = join(parent.cwd, 'contained');
    completeLock(project);
    engine = await openEngine(parent);
    await engine.build(project, image);
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const migrate = ['node', 'dist/data/migrate.js'];
    await engine.podman(
      'run',
      '--rm',
      '--env',
      secret,
      ...engine.strictly,
      ...volume,
      image,
      ...migrate,
    );
    const generous = ['RATE_LIMIT_PER_MINUTE=1000000', 'AUTH_RATE_LIMIT_PER_MINUTE=1000000'];
    const env = [`PORT=${port}`, ...generous, secret].flatMap((pair) => ['--env', pair]);
    const detached = ['run', '--detach', '--name', container, ...env];
    await engine.podman(...detached, ...engine.strictly, ...volume, image);
    for (let round = 0; (await fetch(`${origin}/readyz`).catch(() => null))?.ok !== true;) {
      if ((round += 1) === 120) throw new Error(await engine.podman('logs', container));
      await sleep(250);
    }
  }, 10 * minutes);

  afterAll(async () => {
    await engine.tryPodman('rm', '--force', '--volumes', container);
    await engine.tryPodman('volume', 'rm', '--force', container);
    await engine.tidyUp(image);
  }, 2 * minutes);

  test('runs as a number that is not root, and as production', async () => {
    const { Config } = await inspect();
    expect(Config.User).toBe('1000:1000');
    expect(Config.Cmd).toEqual(['node', 'dist/server.js']);
    expect(Config.Env).toEqual(expect.arrayContaining(['NODE_ENV=production', 'HOST=0.0.0.0']));
    expect((await inside('id', '-u')).stdout).toBe('1000\n');
  });

  test('holds what runs and nothing else', async () => {
    const { stdout } = await inside('ls', '-A', '/app');
    expect(stdout.trim().split('\n')).toEqual(['data', 'dist', 'node_modules', 'package.json']);
    const packages = (await inside('ls', '/app/node_modules')).stdout.split('\n');
    expect(packages).toContain('fastify');
    for (const tool of ['typescript', 'vitest', 'prettier', 'oxlint']) {
      expect(packages).not.toContain(tool);
    }
  });

  test('is healthy by its own check, which fails when nobody listens', async () => {
    expect((await engine.tryPodman('healthcheck', 'run', container)).code).toBe(0);
    const check = (await inspect()).Config.Healthcheck.Test.at(-1) ?? '';
    expect(check).toContain('/livez');
    expect((await inside('env', 'PORT=1', 'node', '--eval', check)).code).toBe(1);
  });

  test('writes to its data and nowhere else', async () => {
    expect((await inside('touch', '/app/dist/x')).stderr).toContain('Read-only file system');
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
    5 * minutes,
  );

  test('stops on SIGTERM within the grace time, with exit code 0', async () => {
    const begun = performance.now();
    await engine.podman('stop', '--time', '10', container);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect((await inspect()).State.ExitCode).toBe(0);
    expect(await engine.podman('logs', container)).toContain('"msg":"stopped"');
  });
});
