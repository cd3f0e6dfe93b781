import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadStyle } from '../../../generators/core/merge/style.ts';
import { folderWith } from '../render/folder-with.ts';
import { repository } from '../shape/sources.ts';
import { treeFile } from './three.ts';

const generated = { '.prettierrc.json': '{ "singleQuote": true, "printWidth": 100 }\n' };

const project = new Map(Object.entries(generated).map(([path, text]) => [path, treeFile(text)]));

/** A repository with these files and an installed formatter. */
function rootWith(files: Readonly<Record<string, string>>, installed = true): string {
  const root = folderWith({
    'package.json': '{ "devDependencies": { "prettier": "3.0.0" } }',
    ...files,
  });
  if (installed) {
    mkdirSync(join(root, 'node_modules'));
    symlinkSync(join(repository, 'node_modules/prettier'), join(root, 'node_modules/prettier'));
  }
  return root;
}

async function styled(root: string, text = "const a = 'x';\n", path = 'src/a.ts') {
  const content = await loadStyle(root, project)(path, Buffer.from(text));
  return Buffer.from(content).toString();
}

const plain = "const a = 'x';\n";
const double = 'const a = "x"\n';
const config = '{ "semi": false }\n';

/** What would say so, if it were run. */
const program = 'globalThis.ran = true;\nexport default { semi: false };\n';

const table: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['the configuration that was generated', generated, plain],
  ['another one', { '.prettierrc.json': config }, double],
  ['another one in YAML', { '.prettierrc': '# ours\nsemi: false\n' }, double],
  [
    'another one in the manifest',
    { 'package.json': '{ "prettier": { "semi": false } }', ...generated },
    double,
  ],
  ['a program', { 'prettier.config.js': program }, plain],
  [
    'a module that the manifest names',
    { 'package.json': '{ "prettier": "./a.js" }', 'a.js': program },
    plain,
  ],
  ['a module that the file names', { '.prettierrc': './a.js\n', 'a.js': program }, plain],
  [
    'a plug-in',
    { '.prettierrc.json': '{ "semi": false, "plugins": ["./a.js"] }', 'a.js': program },
    plain,
  ],
  ['one that prettier refuses', { '.prettierrc.json': '{ "semi": 5 }' }, plain],
  [
    'another one with a program beside it',
    { '.prettierrc.json': config, 'src/prettier.config.js': program },
    double,
  ],
];

test.each(table)(
  'what is generated is formatted as the team does: %s',
  async (_, files, expected) => {
    expect(await styled(rootWith(files))).toBe(expected);
    expect(globalThis).not.toHaveProperty('ran');
  },
);

test('without a formatter in the repository it stays as it is', async () => {
  expect(await styled(rootWith({ '.prettierrc.json': config }, false))).toBe(plain);
});

test('so does what no formatter knows, cannot read, or is told to leave alone', async () => {
  const root = rootWith({ '.prettierrc.json': config, '.prettierignore': 'docs/\n' });
  expect(await styled(root, 'a  =  1', 'Dockerfile')).toBe('a  =  1');
  expect(await styled(root, 'const a = ;', 'a.ts')).toBe('const a = ;');
  expect(await styled(root, plain, 'docs/a.ts')).toBe(plain);
});
