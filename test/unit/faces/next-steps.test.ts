import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { nextSteps } from '../../../generators/core/faces/next-steps.ts';
import { loadCast } from '../../../generators/core/model/load.ts';
import type { Cast } from '../../../generators/core/model/load.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { trial } from '../services/trial.ts';
import { specInput } from '../spec/spec-input.ts';
import { folderWith } from '../render/folder-with.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A folder for PATH with a program that says this. */
function programThatSays(name: string, says: string): string {
  const folder = folderWith({ [name]: `#!/bin/sh\necho '${says}'\n` });
  chmodSync(join(folder, name), 0o755);
  return folder;
}

const stack = {
  runtime: {
    label: 'Lang',
    command: 'lang',
    minimum: '24.16.0',
    remedy: { borrow: 'borrow lang@24 --' },
  },
  install: ['fetch', 'all'],
  next: ['lang dev', 'lang verify'],
} as const;

const castOf = (model: Partial<Cast['model']> = {}): Cast => ({
  model: { preparations: [], services: [], ...model } as Cast['model'],
  stacks: [stack],
  folders: [],
});
const root = join(process.cwd(), 'shop');

describe('the next commands', () => {
  test('are borrowed where the runtime on PATH is too old, and that is said first', () => {
    vi.stubEnv('PATH', programThatSays('lang', 'v20.0.0'));
    expect(nextSteps(root, castOf(), false)).toEqual({
      first:
        'This machine has Lang 20.0.0; the project needs Lang 24.16.0 or newer, which the commands below borrow.',
      commands: ['cd shop', 'borrow lang@24 -- fetch all', 'borrow lang@24 -- lang dev'],
    });
  });

  test('are borrowed where there is none', () => {
    vi.stubEnv('PATH', folderWith({}));
    const { first, commands } = nextSteps(root, castOf(), true);
    expect(first).toContain('This machine has no Lang;');
    expect(commands).toEqual([
      'cd shop',
      'borrow lang@24 -- lang dev',
      'borrow lang@24 -- lang verify',
    ]);
  });

  test('begin with what installs the runtime where it cannot be borrowed', () => {
    vi.stubEnv('PATH', folderWith({}));
    const runtime = { ...stack.runtime, remedy: { fetch: 'fetch lang' } };
    const cast = { ...castOf(), stacks: [{ ...stack, runtime }] };
    expect(nextSteps(root, cast, false)).toEqual({
      first:
        'This machine has no Lang; the project needs Lang 24.16.0 or newer, which the first command below installs.',
      commands: ['fetch lang', 'cd shop', 'fetch all'],
    });
  });

  test.each([
    ['24.16.0', true],
    ['v24.16.1', true],
    ['v26.0.0', true],
    ['100.0.0', true],
    ['24.15.9', false],
    ['v9.0.0', false],
    ['24.2.0', false],
    ['no number', false],
  ])('with version %s on PATH the runtime is new enough: %s', (version, enough) => {
    vi.stubEnv('PATH', programThatSays('lang', version));
    expect(nextSteps(root, castOf(), true).first === undefined).toBe(enough);
  });

  test('heed what the person’s shell finds, not what npm puts before it', () => {
    const npm = join(
      folderWith({ 'node_modules/.bin/lang': '#!/bin/sh\necho 26.0.0\n' }),
      'node_modules/.bin',
    );
    chmodSync(join(npm, 'lang'), 0o755);
    vi.stubEnv('PATH', `${npm}:${programThatSays('lang', '20.0.0')}`);
    expect(nextSteps(root, castOf(), true).first).toContain('Lang 20.0.0');
  });

  test.each([
    ['.', []],
    ['a b', ["cd 'a b'"]],
    ['-x', ['cd ./-x']],
    ['../shop', ['cd ../shop']],
  ])('lead into the folder %s', (folder, lead) => {
    vi.stubEnv('PATH', programThatSays('lang', '26.0.0'));
    const { commands } = nextSteps(join(process.cwd(), folder), castOf(), true);
    expect(commands).toEqual([...lead, 'lang dev', 'lang verify'].slice(0, 3));
  });
});

describe('where the back end talks to a server', () => {
  const server = castOf({ services: [trial], preparations: [['boat', 'launch']] });

  test('what starts it comes before what needs it', () => {
    const path = [programThatSays('lang', 'v26.0.0'), programThatSays('boat', '')];
    vi.stubEnv('PATH', path.join(':'));
    expect(nextSteps(root, server, true)).toEqual({
      first: undefined,
      commands: ['cd shop', 'boat launch', 'lang dev'],
    });
  });

  test('and nothing on this machine can start it, where to name it is said first', () => {
    vi.stubEnv('PATH', programThatSays('lang', 'v26.0.0'));
    expect(nextSteps(root, server, true)).toEqual({
      first: 'Say in .env where your server is (TRIAL_URL), and to the tests in TEST_TRIAL_URL.',
      commands: ['cd shop', 'lang dev', 'lang verify'],
    });
  });
});

test('a declared stack has three of them, and says what it needs', async () => {
  vi.stubEnv('PATH', programThatSays('node', 'v20.0.0'));
  const cast = await loadCast(parseSpec(specInput()));
  const { first, commands } = nextSteps(root, cast, false);
  expect(commands).toHaveLength(3);
  expect(first).toContain('This machine has Node 20.0.0');
});
