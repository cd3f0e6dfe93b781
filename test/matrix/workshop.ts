import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { versions } from '../../templates/versions.ts';
import { madeOnce } from '../made-once.ts';
import { repository } from '../unit/shape/sources.ts';
import type { Files } from './cases.ts';

const wanted = JSON.stringify({ private: true, type: 'module', dependencies: versions.npm });
const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 16);

const store = join(repository, 'node_modules', '.cache', 'groundwork-npm', hash);

/** Installed once for each set of versions; needs no network when npm has them in its cache. */
const filledStore = (): string =>
  madeOnce(store, (folder) => {
    writeFileSync(join(folder, 'package.json'), wanted);
    const words = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
    const { status, stderr } = spawnSync('npm', words, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`npm install failed: ${stderr}`);
  });

/**
 * A folder, which the caller removes, below which projects find every package that any of them needs.
 * The packages are kept in our own node_modules, the projects are not: linters and formatters pass
 * over what lies there.
 */
export function openWorkshop(): string {
  const packages = join(filledStore(), 'node_modules');
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'groundwork-matrix-'));
  symlinkSync(packages, join(folder, 'node_modules'));
  return folder;
}

/** A workshop for the tests of one file, gone after the last of them; its folder, once they run. */
export function useWorkshop(): () => string {
  let folder = '';
  beforeAll(() => {
    folder = openWorkshop();
  }, 300_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);
  return () => folder;
}

/** Writes a project into a workshop. */
export function putProject(workshop: string, id: string, files: Files): string {
  const folder = join(workshop, id);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export interface Ran {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a program in a project, with the environment that a developer's shell would have. */
export async function runIn(
  folder: string,
  program: string,
  words: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const { promise, resolve } = Promise.withResolvers<Ran>();
  const { NODE_ENV: _, VITEST: __, NODE_OPTIONS: ___, ...env } = process.env;
  const child = spawn(program, words, {
    cwd: folder,
    env: { ...env, CI: '1', NO_COLOR: '1', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  }
  child.once('close', (code) => {
    resolve({ ok: code === 0, output: Buffer.concat(chunks).toString('utf8') });
  });
  return await promise;
}
