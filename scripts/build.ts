/** Makes `dist/`, or the folder that is named: the compiled program with the payload of the templates beside it. */
import { execFileSync } from 'node:child_process';
import { join, relative, resolve, sep } from 'node:path';
import fse from 'fs-extra';
import { builtPaths, listTemplates, payloads } from '../generators/core/render/templates-folder.ts';
import { builtHash, hashTemplates } from '../generators/core/render/templates-hash.ts';

const root = join(import.meta.dirname, '..');
const templates = join(root, 'templates');
const dist = resolve(process.argv[2] ?? join(root, 'dist'));
const built = join(dist, 'templates');

const isPayload = (path: string): boolean =>
  relative(templates, path)
    .split(sep)
    .some((segment) => (payloads as readonly string[]).includes(segment));

fse.removeSync(dist);
execFileSync(
  process.execPath,
  [
    join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    'tsconfig.build.json',
    '--outDir',
    dist,
  ],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
fse.copySync(templates, built, {
  filter: (path) => fse.statSync(path).isDirectory() || isPayload(path),
});
fse.writeFileSync(join(built, builtPaths), listTemplates(built).join('\n'));
fse.writeFileSync(join(built, builtHash), hashTemplates(templates));
