import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFolder } from './machine/people.ts';
import { groundwork } from './machine/project.ts';
import type { Report } from './machine/project.ts';
import { must, run } from './machine/run.ts';
import type { Ran } from './machine/run.ts';
import { world } from './machine/world.ts';

const minutes = 60_000;

/** Whoever comes last is there on every machine. */
const cases = [
  { who: 0, of: 'the default back end', folder: ['first'], words: [] },
  { who: -1, of: 'the default back end', folder: ['second'], words: [] },
  { who: -1, of: 'a back end without the example', folder: ['bare'], words: ['--no-example'] },
  {
    who: 0,
    of: 'a back end in a path with a space and ü',
    folder: ['Zwei Wörter', 'für alle ü'],
    words: ['--name', 'my-api'],
  },
] as const;

const people = world().people;

describe.each(cases.map((one) => ({ ...one, person: people.at(one.who) ?? people[0] })))(
  '$of, made by $person.name from the packed tarball',
  ({ person, folder, words: more }) => {
    if (person === undefined) throw new Error('there is nobody to play');
    const root = join(person.home, 'work', ...folder);
    const where = { as: person, cwd: root, path: world().modernPath };
    const git = (...rest: string[]) => must(['git', ...rest], where);
    let ran: Ran;

    beforeAll(async () => {
      const words = ['new', join(...folder), '--yes', '--json', '--verify', ...more];
      ran = await groundwork(person, makeFolder(person, 'work'), words);
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
    });

    test('keeps .env to its owner and out of git', async () => {
      expect(await git('ls-files', '.env')).toBe('');
      expect(statSync(join(root, '.env')).mode & 0o777).toBe(0o600);
    });

    test('is formatted', async () => {
      await must(['npm', 'run', 'format'], where);
      expect(await git('diff', '--stat')).toBe('');
    });

    test('has a lock file that names no registry', () => {
      const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
      expect(lock.match(/"resolved"|registry[^"]*/u)).toBeNull();
    });

    test('installs to the letter from its lock file', async (context) => {
      const { code, stderr } = await run(['npm', 'ci'], where);
      // npm leaves out of the lock what it cannot look up, here packages for other platforms, and
      // then misses them. That the registry does not have them is none of our doing.
      const missing = [...stderr.matchAll(/Missing: \S+?@(?<version>\S*) from lock file/gu)];
      if (missing.length > 0 && missing.every(({ groups }) => groups?.['version'] === '')) {
        context.skip(`the registry of this machine lacks ${missing.length} optional packages`);
      }
      expect(code, stderr).toBe(0);
      expect(await git('status', '--porcelain')).toBe('');
    });

    test('leaves no install script unapproved', async () => {
      const listed = await must(['npm', 'install-scripts', 'ls', '--json'], where);
      expect(JSON.parse(listed)).toEqual({ allowScripts: [] });
    });
  },
);

if (people.length === 1) test.skip('the same as root: whoever runs the tests is not root');
