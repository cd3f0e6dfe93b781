import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../unit/render/folder-with.ts';
import { copyProgram } from './program-copy.ts';

const row = "{ id: 'trial', label: 'Trial', hint: 'x' },";

/** A language that nobody has heard of: what it needs is all in its folder. */
const files: Readonly<Record<string, string>> = {
  'stack.ts': `
    export const stack = {
      packages: { tool: '~1.2' },
      projectView: () => ({ greeting: 'hello' }),
      resourceView: (resource) => ({ fields: resource.fields.map(({ name }) => name) }),
      runtime: {
        label: 'Trial',
        command: 'trial-that-is-nowhere',
        minimum: '1.0.0',
        remedy: { fetch: 'fetch trial' },
      },
      install: ['trial-that-is-nowhere', 'install'],
      manifest: 'manifest.trial',
      installed: '.trial',
      verify: ['trial-that-is-nowhere', 'verify'],
      next: ['trial run', 'trial verify'],
    };
    export const contribute = () => ({
      packages: { runtime: ['tool'] },
      commands: [{ name: 'run', run: 'trial run', script: 'run', does: 'Runs it' }],
      steps: [{ id: 'checks', name: 'Checks', run: ['trial check'], needs: ['toolchain'] }],
      provisions: [{ need: 'toolchain', name: 'Set up', how: { run: 'fetch trial' } }],
      layouts: [{ files: '*.trial', indent: 3 }],
    });
    export const writers = {
      'manifest.trial': ({ packages }) =>
        Object.entries(packages.runtime).map(([name, version]) => name + ' ' + version + '\\n').join(''),
    };
  `,
  'files/main.trial.ejs': '<%= it.stack.greeting %> <%= it.spec.name %>\n',
  'files/package.trial': '',
  'files/start': '#!/bin/sh\n',
  'resource/parts/__many.snake__.trial.ejs':
    '<% for (const name of it.resource.fields) { -%>\n<%= name %>\n<% } -%>\n',
};

test('a stack in another language is its own folder and a row', () => {
  const copy = copyProgram(join(folderWith({}), 'program'));
  for (const [path, text] of Object.entries(files)) {
    const full = join(copy, 'templates/stacks/trial', path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
  const choices = join(copy, 'templates/choices.ts');
  const before = readFileSync(choices, 'utf8');
  const after = before.replace(/(id: 'stack',[\s\S]*?choices: \[)/u, `$1\n      ${row}`);
  expect(after).not.toBe(before);
  writeFileSync(choices, after);

  const project = join(folderWith({}), 'project');
  const say = (folder: string, ...words: readonly string[]): string =>
    execFileSync(process.execPath, [join(copy, 'generators/cli/main.ts'), ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
  const textOf = (path: string): string => readFileSync(join(project, path), 'utf8');
  const options = ['--stack', 'trial', '--auth', 'none', '--delivery', 'none', '--yes'];
  const told = say(copy, 'new', project, ...options, '--no-install', '--no-git');
  expect(told).toContain('the first command below installs');
  expect(textOf('main.trial')).toBe('hello project\n');
  expect(textOf('manifest.trial')).toBe('tool ~1.2\n');
  expect(textOf('parts/tasks.trial')).toContain('title\n');
  expect(textOf('.editorconfig')).toContain('[*.trial]\nindent_size = 3\n');
  expect(textOf('.github/workflows/ci.yml')).toContain('run: trial check\n');
  expect(textOf('package.trial')).toBe('');
  expect(() => {
    execFileSync(join(project, 'start'));
  }).not.toThrow();

  say(project, 'resource', 'book', 'name:string', '--no-install', '--yes');
  expect(textOf('parts/books.trial')).toBe('name\n');
  expect(say(project, 'check')).toContain('no drift');
  say(project, 'remove', 'resource', 'book', '--no-install', '--yes', '--allow-data-loss');
  expect(existsSync(join(project, 'parts/books.trial'))).toBe(false);
});
