import type { onTestFinished } from 'vitest';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { writeProject } from '../../unit/repository/project.ts';
import { specInput } from '../../unit/spec/spec-input.ts';
import { emptyFolder, groundwork } from '../cli.ts';

const title = { name: 'title', type: 'string', required: true };

export const author = { name: 'author', fields: [{ ...title, name: 'name' }] };
export const book = {
  name: 'book',
  fields: [title, { name: 'author', type: 'reference', resource: 'author' }],
};

/** A project on the disk, removed after the test. */
export const projectWith = (
  resources: readonly object[],
  afterwards?: typeof onTestFinished,
  choices: Readonly<Record<string, string>> = {},
) =>
  writeProject(
    `${emptyFolder(afterwards)}/shop`,
    parseSpec(specInput({ resources, auth: 'none', ci: 'none', ...choices })),
  );

/** What is done to a file that does not stay as it is. */
export const written: ReadonlySet<string> = new Set([
  'create',
  'update',
  'merge',
  'move',
  'delete',
]);

export interface Told {
  readonly ok: boolean;
  readonly changes: readonly { readonly path: string; readonly action: string }[];
  readonly reproduce: string;
  readonly next: readonly string[];
  readonly warnings: readonly string[];
}

/** Gives a command in a folder, and reads the document that it prints. */
export async function tell(cwd: string, words: readonly string[]) {
  const { code, stdout, stderr } = await groundwork([...words, '--json'], { cwd });
  return { code, stderr, told: JSON.parse(stdout) as Told & Record<string, unknown> };
}
