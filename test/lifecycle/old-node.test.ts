import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeBuild } from '../unit/shape/build.ts';
import { emptyFolder, run } from './cli.ts';

const places = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];

const versionOf = (node: string): string =>
  execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);

/** A Node of this machine that is too old for us. */
const old = places
  .map((folder) => join(folder, 'node'))
  .find((node) => existsSync(node) && Number(versionOf(node).split('.')[0]) < 22);

test.skipIf(old === undefined)(
  'a Node that is too old gets one sentence before anything is loaded',
  { timeout: 60_000 },
  async () => {
    if (old === undefined) return;
    // No packages lie beside this build: whatever it tried to load would not be found.
    const build = makeBuild();
    onTestFinished(() => {
      rmSync(build, { recursive: true, force: true });
    });
    const main = join(build, 'dist', 'generators', 'cli', 'main.js');
    for (const words of [[], ['--version'], ['new', 'x', '--yes']]) {
      const answer = await run([old, main, ...words], { cwd: emptyFolder() });
      expect(answer).toEqual({
        code: 1,
        stdout: '',
        stderr: `groundwork needs Node 24.11 or newer (or 22.18 and newer of 22); this is ${versionOf(old)}.\n`,
      });
    }
  },
);
