import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../unit/render/folder-with.ts';
import { repository } from '../unit/shape/sources.ts';
import { runIn } from './workshop.ts';
import type { Ran } from './workshop.ts';

/** What is loaded by its place or its name, and what a migration tool finds by itself. */
const knip = {
  entry: [
    'src/server.ts',
    'src/plugins/*.ts',
    'src/modules/**/*.routes.ts',
    'src/modules/**/*.permissions.ts',
    'src/modules/**/*.on-delete.ts',
    'src/data/migrate.ts',
    'src/data/migrations/*.ts',
    'test/support/around-tests.ts',
  ],
  project: ['src/**/*.ts', 'test/**/*.ts'],
  // Found by oxlint, which starts it; named by scripts, which are no programs.
  ignoreDependencies: ['oxlint-tsgolint'],
  ignoreUnresolved: ['tsconfig.build.json'],
};

function runKnip(folder: string): Promise<Ran> {
  const config = join(folderWith({}), 'knip.json');
  writeFileSync(config, JSON.stringify(knip));
  const program = join(repository, 'node_modules/knip/bin/knip.js');
  const quiet = ['--no-progress', '--no-config-hints'];
  const words = [program, '--directory', folder, '--config', config, ...quiet];
  return runIn(folder, process.execPath, words);
}

/** Tells, by the manifest of a project, what in it nothing uses. */
export const unusedIn: Readonly<Record<string, (folder: string) => Promise<Ran>>> = {
  'package.json': runKnip,
};
