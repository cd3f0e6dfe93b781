import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { packRepository } from '../../../scripts/bench/packed.ts';
import { makeFolder, settlePeople } from './people.ts';
import { installGenerator } from './project.ts';
import { sharePythonTools } from './python.ts';
import { makeWorldFolder } from './world.ts';

/** The PATH of the shell that started npm. */
const machinePath = (): string =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]|node-gyp-bin/u.test(folder))
    .join(delimiter);

/** A folder with the Node that runs us and nothing else, since not everybody may read our own. */
function shareNode(folder: string): string {
  const shared = join(folder, 'node');
  mkdirSync(shared);
  copyFileSync(process.execPath, join(shared, 'node'));
  return shared;
}

const ofNpm = (key: string): string =>
  execFileSync('npm', ['config', 'get', key], { encoding: 'utf8' }).trim();

/** Packs the repository once, and settles those who will use it, each with the packed generator. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = makeWorldFolder();
  const tarball = packRepository(folder);
  const path = machinePath();
  const modernPath = [shareNode(folder), path].join(delimiter);
  // Nobody in the tests reads the `.npmrc` of whoever runs them, where a registry may stand.
  const npm = { cache: ofNpm('cache'), registry: ofNpm('registry') };
  const people = settlePeople(folder, npm);
  for (const person of people) {
    const cwd = makeFolder(person, 'generator');
    await installGenerator({ as: person, cwd, path: modernPath }, tarball);
  }
  const python = sharePythonTools(folder, people.at(-1)?.uid);
  project.provide('world', { folder, tarball, machinePath: path, modernPath, people, python });
  return () => {
    if (process.env['GROUNDWORK_KEEP'] === undefined) rmSync(folder, { recursive: true });
    else console.info(`kept: ${folder}`);
  };
}
