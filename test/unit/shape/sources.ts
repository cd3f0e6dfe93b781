import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { payloads } from '../../../generators/core/render/templates-folder.ts';

export const repository = join(import.meta.dirname, '..', '..', '..');

/** The files below a folder of the repository, relative to the repository, with `/`. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted();

const inPayload = new RegExp(`^templates/.+?/(?:${payloads.join('|')})/`, 'u');

/** Whether a file ends up in a generated project, as it is or rendered. */
export const isPayload = (path: string): boolean => inPayload.test(path);

export const textOf = (path: string): string => readFileSync(join(repository, path), 'utf8');

export const linesOf = (path: string): number => textOf(path).split('\n').length - 1;

export const templateFiles = filesIn('templates');
export const payload = templateFiles.filter(isPayload);
export const templateCode = templateFiles.filter((path) => !isPayload(path));
export const programFiles = filesIn('generators');
