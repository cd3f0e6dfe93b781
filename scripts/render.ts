/** Writes what a spec renders to, into a folder: for those who write templates. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fse from 'fs-extra';
import { loadCast } from '../generators/core/model/load.ts';
import { migrate } from '../generators/core/render/migrate.ts';
import { render } from '../generators/core/render/render.ts';
import { parseSpec } from '../generators/core/spec/parse.ts';

const [specFile, target] = process.argv.slice(2);
if (specFile === undefined || target === undefined) {
  throw new Error('usage: node scripts/render.ts SPEC.json FOLDER');
}
const cast = await loadCast(parseSpec(JSON.parse(readFileSync(specFile, 'utf8'))));
for (const files of (await render(cast)).values()) {
  for (const [path, { content }] of files) fse.outputFileSync(join(target, path), content);
}
for (const [index, { folder, name, named, content }] of (
  await migrate(undefined, cast)
).entries()) {
  const time = named === 'by-time' ? `${20260101000000 + index}_` : '';
  fse.outputFileSync(join(target, folder, `${time}${name}`), content);
}
