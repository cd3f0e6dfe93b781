import * as fc from 'fast-check';
import { rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Operation } from '../../../generators/core/apply/operation.ts';
import { applyOperations } from '../../../generators/core/apply/transaction.ts';
import { Refusal } from '../../../generators/core/refusal.ts';
import { file, hashOf, put, snapshot } from './files.ts';
import { makeFolder } from './folder.ts';

type Files = Record<string, string>;

const path = fc
  .array(fc.constantFrom('a', 'b', 'c', '.groundwork', 'groundwork.json'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join('/'))
  .filter((name) => name !== '.groundwork');
const content = fc.string({ maxLength: 5 });
const mode = fc.constantFrom(0o644, 0o600, 0o755, 0o444);

/** No path in the list is a folder of another. */
const fits = (paths: readonly string[]): boolean =>
  paths.every((one) => paths.every((other) => !other.startsWith(`${one}/`)));

const disk = fc
  .dictionary(path, content, { maxKeys: 6 })
  .filter((files) => fits(Object.keys(files)));

const wish = fc.record({
  path,
  content: fc.option(content),
  mode,
  /** Of a plan that is out of date. */
  stale: fc.integer({ min: 0, max: 19 }).map((dice) => dice === 0),
});

const wishes = fc.uniqueArray(wish, { selector: (it) => it.path, maxLength: 8 });

type Wish = typeof wish extends fc.Arbitrary<infer Value> ? Value : never;

function toOperation(files: Files, it: Wish): Operation {
  const before = files[it.path];
  const seen = it.stale ? `${before ?? ''}!` : before;
  const expected = seen === undefined ? 'absent' : hashOf(seen);
  if (it.content === null) return { kind: 'delete', path: it.path, expected };
  return {
    kind: 'write',
    path: it.path,
    content: Buffer.from(it.content),
    mode: it.mode,
    expected,
  };
}

/** What must be on the disk afterwards; undefined if nothing may change. */
function model(files: Files, list: readonly Wish[]): Record<string, string> | undefined {
  const paths = list.map((it) => it.path);
  if (list.some((it) => it.stale) || !fits(paths)) return undefined;
  // A folder that becomes a file, or the other way round, is refused even if its files are deleted.
  if (!fits([...new Set([...paths, ...Object.keys(files)])])) return undefined;
  const after = new Map(Object.entries(files).map(([name, text]) => [name, file(text)]));
  for (const it of list) {
    if (it.content === null) after.delete(it.path);
    else after.set(it.path, file(it.content, it.mode));
  }
  return withFolders(after);
}

function withFolders(files: ReadonlyMap<string, string>): Record<string, string> {
  const all: Record<string, string> = Object.fromEntries(files);
  for (const name of files.keys()) {
    const parts = name.split('/');
    for (let count = 1; count < parts.length; count++)
      all[parts.slice(0, count).join('/')] = 'folder';
  }
  return all;
}

test('whatever the disk and the plan: all of it, or none', async () => {
  const folder = makeFolder();
  const root = join(folder, 'root');
  let applied = 0;
  let refused = 0;
  const property = fc.asyncProperty(disk, wishes, async (files, list) => {
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root);
    put(root, files);
    const before = snapshot(root);
    const expected = model(files, list);
    const operations = list.map((it) => toOperation(files, it));
    const error: unknown = await applyOperations(root, operations).catch((cause: unknown) => cause);
    expect(snapshot(root)).toEqual(expected ?? before);
    if (expected === undefined) {
      expect(error).toBeInstanceOf(Refusal);
      refused += 1;
    } else {
      expect(error).toBeUndefined();
      applied += 1;
    }
  });
  await fc.assert(property, { numRuns: 200 });
  expect(applied).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(20);
});
