import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { journalPath } from '../../generators/core/apply/layout.ts';
import { snapshot } from '../unit/apply/files.ts';
import { bare, emptyFolder, groundwork } from './cli.ts';
import { killOnce, measure } from './kill-process.ts';
import type { Victim } from './kill-process.ts';
import { seeded } from './seeded.ts';
import { withoutSecrets } from './without-secrets.ts';

const kills = 30;

const words = ['new', 'shop', ...bare] as const;

const victim = (cwd: string): Victim => ({
  cwd,
  words,
  hasBegun: () => readdirSync(cwd).length > 0,
});

/**
 * What a kill left: nothing, something unfinished, or the whole. Files cannot just be counted: while
 * they are moved into place, what a transaction has beside them makes up for those that are missing.
 */
function leftIn(cwd: string, whole: object): 'nothing' | 'unfinished' | 'whole' {
  const found = snapshot(cwd);
  if (Object.keys(found).length === 0) return 'nothing';
  const isPlaced = Object.keys(whole).every((path) => Object.hasOwn(found, path));
  return isPlaced && !existsSync(journalPath(join(cwd, 'shop'))) ? 'whole' : 'unfinished';
}

test('killed at any moment, the same command leaves the whole project and nothing else', async () => {
  const seed = Number(process.env['GROUNDWORK_SEED'] ?? Date.now() % 2 ** 31);
  const random = seeded(seed);
  const folder = emptyFolder();
  const at = (name: string): string => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  await measure(victim(at('warm')));
  const times = await measure(victim(at('undisturbed')));
  const whole = withoutSecrets(join(folder, 'undisturbed'));
  const left = { nothing: 0, unfinished: 0, whole: 0 };
  for (let kill = 0; kill < kills; kill++) {
    const cwd = at(`kill-${kill}`);
    await killOnce(victim(cwd), times, kill, random);
    const was = leftIn(cwd, whole);
    left[was] += 1;
    const again = await groundwork(words, { cwd });
    expect(again.code, `seed ${seed}, kill ${kill}: ${again.stderr}`).toBe(was === 'whole' ? 1 : 0);
    expect(withoutSecrets(cwd), `seed ${seed}, kill ${kill}`).toEqual(whole);
    rmSync(cwd, { recursive: true });
  }
  console.log(
    `GROUNDWORK_SEED=${seed}: a run takes ${times.end.toFixed(0)} ms, writing from ${times.first.toFixed(0)}; left ${JSON.stringify(left)}`,
  );
});
