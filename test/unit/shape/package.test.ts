import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashTemplates } from '../../../generators/core/render/templates-hash.ts';
import {
  builtPaths,
  listTemplates,
  templatesFolder,
} from '../../../generators/core/render/templates-folder.ts';
import { makeBuild } from './build.ts';
import { payload, programFiles, repository, templateCode, textOf } from './sources.ts';

let folder = '';
let packed: readonly string[] = [];

beforeAll(() => {
  folder = makeBuild();
  for (const name of ['package.json', 'README.md', 'LICENSE']) {
    copyFileSync(join(repository, name), join(folder, name));
  }
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const answer = execFileSync('npm', words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const report = JSON.parse(answer) as { readonly files: readonly { readonly path: string }[] }[];
  packed = report.flatMap(({ files }) => files.map(({ path }) => path)).toSorted();
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the package is the compiled code, all payload and what says what it is', () => {
  const compiled = [...programFiles, ...templateCode].map((path) => path.replace(/\.ts$/u, '.js'));
  const lists = ['templates/hash.txt', 'templates/paths.txt'];
  const built = [...compiled, ...payload, ...lists].map((path) => `dist/${path}`);
  expect(packed).toEqual(['LICENSE', 'README.md', 'package.json', ...built].toSorted());
});

test('payload is packed byte for byte', () => {
  for (const path of payload) {
    expect(
      readFileSync(join(folder, 'dist', path)).equals(readFileSync(join(repository, path))),
    ).toBe(true);
  }
});

test('the build knows the hash of the templates that it was made from', () => {
  expect(hashTemplates(join(folder, 'dist', 'templates'))).toBe(hashTemplates(templatesFolder));
});

test('the build knows the paths of all templates that are in it', () => {
  const built = join(folder, 'dist', 'templates');
  const listed = readFileSync(join(built, builtPaths), 'utf8').split('\n');
  const notes = new Set(['hash.txt', 'paths.txt']);
  expect(listed).toEqual(listTemplates(built).filter((path) => !notes.has(path)));
});

test('there is one bin, and it is in the package', () => {
  const { bin, files } = JSON.parse(textOf('package.json')) as {
    readonly bin: Readonly<Record<string, string>>;
    readonly files: readonly string[];
  };
  expect(Object.keys(bin)).toEqual(['groundwork']);
  expect(files).toEqual(['dist']);
  for (const path of Object.values(bin)) expect(packed).toContain(path);
});
