import { appendFileSync, cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test, vi } from 'vitest';
import { copyProgram } from '../matrix/program-copy.ts';
import { bare, emptyFolder, environment, groundwork, run } from './cli.ts';
import { say } from './commands/say.ts';
import type { Said } from './commands/say.ts';
import { commit, git } from './git-repository.ts';
import { killOnce, measure } from './kill-process.ts';
import type { Victim } from './kill-process.ts';
import { seeded } from './seeded.ts';
import { withoutSecrets } from './without-secrets.ts';

const kills = 30;

/** Other templates than those of today: every file that is a template has a line less. */
function olderProgram(folder: string): string {
  const copy = copyProgram(join(folder, 'older'));
  const files = join(copy, 'templates/stacks');
  for (const name of readdirSync(files, { recursive: true, encoding: 'utf8' })) {
    if (/\/(?:files|resource)\/.*\.ts(?:\.ejs)?$/u.test(name))
      appendFileSync(join(files, name), '\n// As it was.\n');
  }
  return join(copy, 'generators/cli/main.ts');
}

/** A committed project, as another generator may have written it. */
async function committedShop(folder: string, isOlder: boolean): Promise<string> {
  const root = join(folder, 'shop');
  const older = isOlder ? olderProgram(folder) : undefined;
  const words = ['new', 'shop', '--auth', 'none', '--ci', 'none', ...bare];
  const made = await (older === undefined
    ? groundwork(words, { cwd: folder })
    : run([process.execPath, older, ...words], { cwd: folder }));
  expect(made, made.stderr).toMatchObject({ code: 0 });
  git(root, 'init', '--quiet');
  commit(root);
  return root;
}

/** Whether there is the folder of a transaction, by any of the names that it has in its life. */
const hasBegun = (root: string): boolean =>
  readdirSync(join(root, '.groundwork')).some((name) => name.startsWith('txn'));

const victim = (cwd: string, words: readonly string[]): Victim => ({
  cwd,
  words,
  hasBegun: () => hasBegun(cwd),
});

test.for<Said>([
  ['resource', 'tag', 'name:string:unique', 'tasks:many=task'],
  ['set', 'auth=jwt', 'ci=github'],
  ['upgrade'],
])('killed at any moment, %s has done all or nothing', async (said) => {
  const [name] = said;
  const seed = Number(process.env['GROUNDWORK_SEED'] ?? Date.now() % 2 ** 31);
  const random = seeded(seed);
  const folder = emptyFolder();
  vi.stubEnv('SOURCE_DATE_EPOCH', environment['SOURCE_DATE_EPOCH']);
  const shop = await committedShop(folder, name === 'upgrade');
  const at = (copy: string): string => {
    cpSync(shop, join(folder, copy), { recursive: true, verbatimSymlinks: true });
    return join(folder, copy);
  };
  const words = [...said, '--no-install', '--yes'];
  const undisturbed = at('undisturbed');
  await measure(victim(at('warm'), words));
  const times = await measure(victim(undisturbed, words));
  const [old, whole] = [withoutSecrets(shop), withoutSecrets(undisturbed)];
  expect(whole).not.toEqual(old);

  const left = { old: 0, between: 0, new: 0 };
  for (let kill = 0; kill < kills; kill++) {
    const cwd = at(`kill-${kill}`);
    const which = `seed ${seed}, kill ${kill}`;
    await killOnce(victim(cwd, words), times, kill, random);
    const found = withoutSecrets(cwd);
    const isWhole = isDeepStrictEqual(found, whole);
    left[isWhole ? 'new' : isDeepStrictEqual(found, old) ? 'old' : 'between'] += 1;
    // What another generator wrote is refused, but not before it is put right.
    await say(cwd, ['apply']).catch((error: unknown) => {
      expect(error, which).toMatchObject({
        message: expect.stringContaining('groundwork upgrade') as string,
      });
    });
    const recovered = withoutSecrets(cwd);
    if (!isDeepStrictEqual(recovered, old)) expect(recovered, which).toEqual(whole);
    await say(cwd, said);
    expect(withoutSecrets(cwd), which).toEqual(whole);
    rmSync(cwd, { recursive: true });
  }
  expect(left.between).toBeGreaterThan(0);
  console.log(
    `GROUNDWORK_SEED=${seed}: ${name} takes ${times.end.toFixed(0)} ms, writing from ${times.first.toFixed(0)}; left ${JSON.stringify(left)}`,
  );
});
