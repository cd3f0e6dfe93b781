import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '../../generators/core/faces/run-command.ts';
import { packRepository } from './packed.ts';

const root = join(import.meta.dirname, '..', '..');

/** What the generator is measured against; kept between runs. */
const rival = 'fastify-cli@8.0.2';

/** What must lie ready before anything is measured. */
export interface Workshop {
  readonly folder: string;
  /** Where the packed generator is installed with its dependencies, and nothing else. */
  readonly installed: string;
  /** The program of the installed generator. */
  readonly groundwork: string;
  readonly fastifyCli: string;
}

export function npm(cwd: string, ...words: readonly string[]): void {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', [...words, ...quiet], {
    cwd,
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** npm installs into the first folder upwards that has a manifest. */
function emptyPackage(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  return folder;
}

/** A folder that is kept between runs. */
export const cached = (name: string): string =>
  join(root, 'node_modules', '.cache', 'groundwork-bench', name);

function fastifyCli(): string {
  const folder = cached(rival);
  const program = join(folder, 'node_modules', 'fastify-cli', 'cli.js');
  if (!existsSync(program)) npm(emptyPackage(folder), 'install', rival);
  return program;
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'groundwork-bench-'));
  const installed = emptyPackage(join(folder, 'installed'));
  npm(installed, 'install', packRepository(folder));
  const modules = join(installed, 'node_modules');
  return {
    folder,
    installed: modules,
    groundwork: join(modules, 'generator-groundwork', 'dist', 'generators', 'cli', 'main.js'),
    fastifyCli: fastifyCli(),
  };
}

/**
 * A back end, with a hand-written one inside.
 *
 * @param words - what it is made with
 */
export function makeBackEnd(
  { folder, groundwork }: Workshop,
  words: readonly string[],
  handWritten: string,
): string {
  const project = mkdtempSync(join(folder, 'project-'));
  const all = [groundwork, 'new', project, '--name', 'my-api', '--yes', '--no-git', ...words];
  execFileSync(process.execPath, all, {
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const source = join(root, 'scripts', 'bench', 'hand-written', handWritten);
  cpSync(source, join(project, 'hand-written'), { recursive: true });
  return project;
}
