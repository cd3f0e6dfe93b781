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

function npm(cwd: string, ...words: readonly string[]): void {
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

function fastifyCli(): string {
  const folder = join(root, 'node_modules', '.cache', 'groundwork-bench', rival);
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

/** A back end, installed and built, with the hand-written one inside. */
export function buildBackEnd(
  { folder, groundwork }: Workshop,
  auth: 'jwt' | 'none',
  database: string,
): string {
  const project = join(folder, `project-${database}-${auth}`);
  const name = ['--name', 'my-api', '--auth', auth, '--database', database];
  const words = [groundwork, 'new', project, ...name, '--yes', '--no-git'];
  execFileSync(process.execPath, words, {
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  npm(project, 'run', 'build');
  cpSync(join(root, 'scripts', 'bench', 'hand-written'), join(project, 'hand-written'), {
    recursive: true,
  });
  return project;
}
