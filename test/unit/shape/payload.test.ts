import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adapterFolders } from '../../../generators/core/render/templates-folder.ts';
import { isPayload, payload, repository, templateCode, templateFiles, textOf } from './sources.ts';

test('beside payload there is only code, in adapter folders, at the top or among the services', () => {
  const homes = new Set([
    'templates',
    'templates/services',
    ...[...adapterFolders().keys()].map((id) => `templates/${id}`),
  ]);
  const strays = templateCode.filter(
    (path) => !path.endsWith('.ts') || !homes.has(path.slice(0, path.lastIndexOf('/'))),
  );
  expect(strays).toEqual([]);
});

test('payload has nothing that npm leaves out of packages or that is not a plain file', () => {
  const dropped =
    /(?:^|\/)(?:\.[^/]+|node_modules|CVS|npm-debug\.log|package-lock\.json|[^/]+\.orig)(?:\/|$)/u;
  expect(payload.filter((path) => dropped.test(path))).toEqual([]);
  expect(templateFiles.filter((path) => !lstatSync(join(repository, path)).isFile())).toEqual([]);
});

/** What makes a folder a package of Python says nothing. */
const mayBeEmpty = (path: string): boolean => path.endsWith('/__init__.py');

test('payload is not empty, has no Windows line ends and ends in a line end', () => {
  const odd = payload.filter((path) => {
    const text = textOf(path);
    if (text === '' && mayBeEmpty(path)) return false;
    return text.length < 2 || text.includes('\r') || !text.endsWith('\n');
  });
  expect(odd).toEqual([]);
});

test('no folder of templates is empty', () => {
  const folders = readdirSync(join(repository, 'templates'), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(folders.filter((folder) => readdirSync(folder).length === 0)).toEqual([]);
});

test('our compiler leaves payload alone', () => {
  const tsc = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--listFilesOnly'], {
    cwd: repository,
    encoding: 'utf8',
  });
  const compiled = stdout.split('\n').map((path) => path.slice(repository.length + 1));
  expect(compiled).toContain('templates/choices.ts');
  expect(compiled.filter(isPayload)).toEqual([]);
});

test('our linter and our formatter leave payload alone', () => {
  const config = JSON.parse(textOf('.oxlintrc.json')) as { readonly ignorePatterns: string[] };
  for (const name of ['files', 'resource', 'migration']) {
    expect(config.ignorePatterns).toContain(`templates/**/${name}`);
    expect(textOf('.prettierignore').split('\n')).toContain(`templates/**/${name}/`);
  }
});
