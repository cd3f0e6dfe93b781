import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFolder } from './machine/people.ts';
import { groundwork } from './machine/project.ts';
import type { Report } from './machine/project.ts';
import { must, run } from './machine/run.ts';
import type { Ran } from './machine/run.ts';
import { django, fastify } from './machine/stacks.ts';
import { world } from './machine/world.ts';

const minutes = 60_000;

/** Whoever comes last is there on every machine. */
const cases = [
  { who: 0, handled: fastify, of: fastify.of, folder: ['first'], words: [] },
  { who: -1, handled: fastify, of: fastify.of, folder: ['second'], words: [] },
  {
    who: -1,
    handled: fastify,
    of: 'a back end without the example',
    folder: ['bare'],
    words: ['--no-example'],
  },
  {
    who: 0,
    handled: fastify,
    of: 'a back end in a path with a space and ü',
    folder: ['Zwei Wörter', 'für alle ü'],
    words: ['--name', 'my-api'],
  },
  { who: -1, handled: django, of: django.of, folder: ['of-python'], words: [] },
] as const;

const people = world().people;

const excused = cases.filter(({ handled }) => handled.whyNot !== undefined);
for (const { of, handled } of excused) {
  test(`${of} is made from the packed tarball`, (context) => {
    console.info(`skipped: ${of}: ${handled.whyNot}`);
    context.skip(handled.whyNot);
  });
}

const possible = cases.filter(({ handled }) => handled.whyNot === undefined);

describe.each(possible.map((one) => ({ ...one, person: people.at(one.who) ?? people[0] })))(
  '$of, made by $person.name from the packed tarball',
  ({ person, handled, folder, words: more }) => {
    if (person === undefined) throw new Error('there is nobody to play');
    const root = join(person.home, 'work', ...folder);
    const env = handled.environment(person);
    const where = { as: person, cwd: root, path: world().modernPath, env };
    const git = (...rest: string[]) => must(['git', ...rest], where);
    let ran: Ran;

    beforeAll(async () => {
      const words = ['new', join(...folder), '--yes', '--json', '--verify'];
      const all = [...words, ...handled.words, ...more];
      ran = await groundwork(person, makeFolder(person, 'work'), all, env);
    }, 5 * minutes);

    test('is installed, committed and verified', () => {
      expect(ran, ran.stderr).toMatchObject({ code: 0 });
      const report = JSON.parse(ran.stdout) as Report;
      expect(report).toMatchObject({ ok: true, install: 'done', git: 'done', verify: 'done' });
      expect(report.warnings).toEqual([]);
    });

    test('is one commit with nothing left over', async () => {
      expect(await git('rev-list', '--count', 'HEAD')).toBe('1\n');
      expect(await git('status', '--porcelain')).toBe('');
      expect(await git('ls-files', '--others', '--exclude-standard')).toBe('');
      expect(await git('ls-files', handled.lock)).toBe(`${handled.lock}\n`);
    });

    test('keeps .env to its owner and out of git', async () => {
      expect(await git('ls-files', '.env')).toBe('');
      expect(statSync(join(root, '.env')).mode & 0o777).toBe(0o600);
    });

    test('is formatted', async () => {
      await must(handled.format, where);
      expect(await git('diff', '--stat')).toBe('');
    });

    test.runIf(handled === fastify)('has a lock file that names no registry', () => {
      const lock = readFileSync(join(root, handled.lock), 'utf8');
      expect(lock.match(/"resolved"|registry[^"]*/u)).toBeNull();
    });

    test('installs to the letter from its lock file', async (context) => {
      const { code, stderr } = await run(handled.install, where);
      // npm leaves out of the lock what it cannot look up, here packages for other platforms, and
      // then misses them. That the registry does not have them is none of our doing.
      const missing = [...stderr.matchAll(/Missing: \S+?@(?<version>\S*) from lock file/gu)];
      if (missing.length > 0 && missing.every(({ groups }) => groups?.['version'] === '')) {
        context.skip(`the registry of this machine lacks ${missing.length} optional packages`);
      }
      expect(code, stderr).toBe(0);
      expect(await git('status', '--porcelain')).toBe('');
    });

    test.runIf(handled === fastify)('leaves no install script unapproved', async () => {
      const listed = await must(['npm', 'install-scripts', 'ls', '--json'], where);
      expect(JSON.parse(listed)).toEqual({ allowScripts: [] });
    });
  },
);

test('where there is no uv, its one command is told, and nothing fails', async () => {
  const [person] = people.slice(-1);
  if (person === undefined) throw new Error('there is nobody to play');
  const bare = world()
    .modernPath.split(delimiter)
    .filter((folder) => !existsSync(join(folder, 'uv')));
  const cwd = makeFolder(person, 'work');
  const words = ['new', 'without-uv', '--yes', '--json', ...django.words];
  const { code, stdout, stderr } = await groundwork(person, cwd, words, {
    PATH: bare.join(delimiter),
  });
  expect(code, stderr).toBe(0);
  const report = JSON.parse(stdout) as Report;
  expect(report).toMatchObject({ ok: true, install: 'skipped', git: 'done' });
  expect(report.warnings).toEqual(['no packages were installed (uv: not installed).']);
  expect(report.next).toEqual([
    expect.stringContaining('astral.sh/uv/install.sh'),
    'cd without-uv',
    'uv sync',
  ]);
});

if (people.length === 1) test.skip('the same as root: whoever runs the tests is not root');
