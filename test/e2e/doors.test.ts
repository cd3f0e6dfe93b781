import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFolder } from './machine/people.ts';
import { generatorOf, groundwork } from './machine/project.ts';
import { must, run } from './machine/run.ts';
import { world } from './machine/world.ts';

/** Both doors take the same words; the time that names migrations is given. */
const words = ['my-api', '--yes', '--no-install', '--no-git', '--description', `it's "both"`];
const env = { SOURCE_DATE_EPOCH: '1764000000' };

const yo = '7.0.1';
const runner = join(import.meta.dirname, 'machine', 'environment-7.ts');

/** Yeoman drops the rights of root, and then fails by itself. */
const person = world().people.at(-1);
if (person === undefined) throw new Error('there is nobody to play');

/** What stands in a file, but for the values in `.env` that no two projects share. */
const contentOf = (path: string): Buffer | string =>
  basename(path) === '.env'
    ? readFileSync(path, 'utf8').replaceAll(/^(\w*SECRET\w*)=.+$/gmu, '$1=<secret>')
    : readFileSync(path);

/** Each file with its mode and the hash of its content. */
function treeOf(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
      .map((path) => {
        const hash = createHash('sha256').update(contentOf(path)).digest('hex');
        return [relative(root, path), `${lstatSync(path).mode.toString(8)} ${hash}`];
      }),
  );
}

describe('what both doors write is the same to the byte', () => {
  let own: Record<string, string>;

  beforeAll(async () => {
    const cwd = makeFolder(person, 'doors', 'own');
    const ran = await groundwork(person, cwd, ['new', ...words], env);
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    own = treeOf(join(cwd, 'my-api'));
    expect(Object.keys(own).length).toBeGreaterThan(5);
  });

  test(`from yo ${yo}`, async () => {
    const tools = makeFolder(person, 'doors', 'yo');
    const cwd = makeFolder(person, 'doors', 'by-yo');
    const where = { as: person, path: world().modernPath, env };
    const install = ['npm', 'install', '--no-audit', '--no-fund', `yo@${yo}`] as const;
    await must([...install, world().tarball], { ...where, cwd: tools });
    const bin = join(tools, 'node_modules', '.bin', 'yo');
    const NODE_PATH = join(tools, 'node_modules');
    const ran = await run([bin, 'groundwork', ...words], {
      ...where,
      cwd,
      env: { ...env, NODE_PATH },
    });
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    expect(treeOf(join(cwd, 'my-api'))).toEqual(own);
  }, 240_000);

  test('from yeoman-environment 7', async () => {
    const cwd = makeFolder(person, 'doors', 'by-environment');
    const [us = person] = world().people;
    const generator = join(generatorOf(person), 'node_modules', 'generator-groundwork');
    // The environment is a development dependency of ours, which not everybody may read.
    const where = { as: us, cwd, path: world().modernPath, env };
    const ran = await run(['node', runner, generator, ...words], where);
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    expect(treeOf(join(cwd, 'my-api'))).toEqual(own);
  });
});
