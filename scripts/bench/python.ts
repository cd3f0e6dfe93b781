import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './workshop.ts';

function packagesOf(project: string): readonly string[] {
  const manifest = readFileSync(join(project, 'pyproject.toml'), 'utf8');
  const [, list = ''] = /^dependencies = \[\n(.*?)^\]/msu.exec(manifest) ?? [];
  return [...list.matchAll(/"(.+)"/gu)].map(([, name = '']) => name);
}

/** What is to be measured cannot be had on this machine. */
export class Unavailable extends Error {}

/**
 * Python with the packages of a project: a virtual environment, kept between runs.
 *
 * @throws {Unavailable} when there is no Python, or the packages cannot be had
 */
export function pythonOf(project: string): string {
  const packages = packagesOf(project);
  const digest = createHash('sha256').update(packages.join(' ')).digest('hex');
  const folder = cached(`python-${digest.slice(0, 16)}`);
  const python = join(folder, 'bin', 'python');
  if (existsSync(python)) return python;
  try {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' });
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', ...packages], { stdio: 'pipe' });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const told = error instanceof Error ? error.message : String(error);
    throw new Unavailable(told.trim().split('\n').at(-1));
  }
  return python;
}
