import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, format, getFileInfo, resolveConfig } from 'prettier';
import { folderWith } from '../unit/render/folder-with.ts';
import type { Files } from './cases.ts';

/** What has been found clean already: most files are the same in many projects. */
const clean = new Set<string>();

/** The files that the project's own prettier, with its own settings, would change. */
export async function unformatted(files: Files): Promise<readonly string[]> {
  const folder = folderWith({});
  for (const name of ['.prettierrc.json', '.prettierignore', '.editorconfig']) {
    const text = files.get(name);
    if (text !== undefined) writeFileSync(join(folder, name), text);
  }
  const settings = `${files.get('.prettierrc.json')}${files.get('.editorconfig')}`;
  const ignorePath = join(folder, '.prettierignore');
  const found: string[] = [];
  for (const [path, text] of files) {
    const key = `${settings}\0${path}\0${text}`;
    if (clean.has(key)) continue;
    const filepath = join(folder, path);
    const { ignored, inferredParser } = await getFileInfo(filepath, { ignorePath });
    if (ignored || inferredParser === null) continue;
    const options = { ...(await resolveConfig(filepath, { editorconfig: true })), filepath };
    if (await check(text, options)) clean.add(key);
    else found.push(`${path}: ${firstDifference(text, await format(text, options))}`);
  }
  return found;
}

function firstDifference(text: string, wanted: string): string {
  const [left, right] = [text.split('\n'), wanted.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  return `line ${at + 1} is ${JSON.stringify(left[at])}, prettier wants ${JSON.stringify(right[at])}`;
}
