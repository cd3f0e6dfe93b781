import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBaseline, encodeBaseline } from '../../../generators/core/apply/baseline.ts';
import { snapshot } from '../apply/files.ts';
import { makeFolder } from '../apply/folder.ts';
import { resource, specOf, writeProject } from './project.ts';

const [author, book] = [resource('author'), resource('book')];
export const spec = specOf(author, book);
/** Another change than the one that mends. */
export const more = specOf(author, resource('book', { name: 'price', type: 'decimal' }));

export const base = (unit: string) => `.groundwork/base/${unit}.br`;
export const bookBase = base('resources/book');

export type Damage = (root: string) => void;

export const write =
  (path: string, text: string): Damage =>
  (root) => {
    writeFileSync(join(root, path), text);
  };
export const removed =
  (path: string): Damage =>
  (root) => {
    rmSync(join(root, path));
  };

/** Rewrites the head of a baseline. */
export const head =
  (path: string, change: object): Damage =>
  (root) => {
    const bytes = readFileSync(join(root, path));
    const end = bytes.indexOf('\n');
    const changed = { ...(JSON.parse(bytes.subarray(0, end).toString()) as object), ...change };
    writeFileSync(
      join(root, path),
      Buffer.concat([Buffer.from(JSON.stringify(changed)), bytes.subarray(end)]),
    );
  };

/** A baseline that claims a file elsewhere. */
export const outside: Damage = (root) => {
  const { files, ...rest } = decodeBaseline(readFileSync(join(root, bookBase)));
  const file = files.get('src/modules/books/books.service.ts');
  if (file === undefined) throw new Error('it holds no file');
  writeFileSync(
    join(root, bookBase),
    encodeBaseline({ ...rest, files: new Map([...files, ['../outside', file]]) }),
  );
};

export const deleted = 'src/modules/books/books.schema.ts';

/** A project with an edit and without a file that was deleted. */
export async function damaged(damage: Damage) {
  const root = await writeProject(makeFolder(), spec);
  appendFileSync(join(root, 'src/modules/books/books.service.ts'), '\n// ours\n');
  appendFileSync(join(root, 'src/app.ts'), '\n// ours\n');
  rmSync(join(root, deleted));
  const sound = snapshot(root);
  damage(root);
  return { root, sound };
}
