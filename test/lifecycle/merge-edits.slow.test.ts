import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, getFileInfo } from 'prettier';
import { describe, expect, test } from 'vitest';
import { thisGenerator } from '../../generators/core/faces/generator.ts';
import { filesBelow } from '../../generators/core/merge/disk.ts';
import { isText } from '../../generators/core/merge/text-file.ts';
import { blocking } from '../../generators/core/merge/plan.ts';
import { loadCast } from '../../generators/core/model/load.ts';
import { render } from '../../generators/core/render/render.ts';
import { checkRepository } from '../../generators/core/repository/check.ts';
import { openRepository } from '../../generators/core/repository/open.ts';
import type { Spec } from '../../generators/core/spec/spec.ts';
import { gitMerger, whyNoGit } from '../unit/merge/git-merge-file.ts';
import { bringTo, planTo, resource, specOf, writeProject } from '../unit/repository/project.ts';
import { repository } from '../unit/shape/sources.ts';
import { emptyFolder } from './cli.ts';

/** Numbers below 1, the same for one seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const comments: Readonly<Record<string, (text: string) => string>> = {
  ts: (text) => `// ${text}`,
  md: (text) => text,
  yml: (text) => `# ${text}`,
  yaml: (text) => `# ${text}`,
  json: (text) => `  "${text}": 1,`,
};

const kindOf = (path: string): string => /\.(?<kind>\w+)$/u.exec(path)?.groups?.['kind'] ?? '';

const textAt = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

/** Inserts a line somewhere in a file; in JSON at the only place where any line fits. */
function insert(root: string, path: string, word: string, random: () => number): boolean {
  const comment = comments[kindOf(path)];
  const lines = textAt(root, path).split('\n');
  if (comment === undefined || (kindOf(path) === 'json' && lines[0] !== '{')) return false;
  const at = kindOf(path) === 'json' ? 1 : Math.floor(random() * lines.length);
  lines.splice(at, 0, comment(word));
  writeFileSync(join(root, path), lines.join('\n'));
  return true;
}

async function treeOf(spec: Spec): Promise<ReadonlyMap<string, Uint8Array>> {
  const units = [...(await render(await loadCast(spec))).values()];
  return new Map(
    units.flatMap((unit) => [...unit].map(([path, { content }]) => [path, content] as const)),
  );
}

const types = ['string', 'integer', 'decimal', 'email', 'url', 'json', 'date', 'boolean'] as const;

/** A resource more, or a field more in one that is there. */
function grown(spec: Spec, step: number, random: () => number): Spec {
  const type = types[Math.floor(random() * types.length)];
  const field = { name: `extra${step}`, type, required: false };
  if (step % 2 === 0) return specOf(...spec.resources, resource(`thing${step}`, field));
  const at = Math.floor(random() * spec.resources.length);
  return specOf(
    ...spec.resources.map((one, index) =>
      index === at ? { ...one, fields: [...one.fields, field] } : one,
    ),
  );
}

const theirs = { semi: false, singleQuote: false, tabWidth: 4, printWidth: 90 };

async function reformat(root: string): Promise<void> {
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(join(repository, 'node_modules/prettier'), join(root, 'node_modules/prettier'));
  writeFileSync(join(root, '.prettierrc.json'), JSON.stringify(theirs));
  for (const path of filesBelow(root).filter(
    (name) => !/^(?:\.groundwork|node_modules)/u.test(name),
  )) {
    const { inferredParser } = await getFileInfo(join(root, path));
    if (inferredParser === null) continue;
    const options = { ...theirs, parser: inferredParser };
    const formatted = await format(textAt(root, path), options).catch(() => textAt(root, path));
    writeFileSync(join(root, path), formatted);
  }
}

/** Without our lines, and without what a formatter may choose. */
const bare = (text: string): string =>
  text.replaceAll(/^.*\bours\d+x\d+\b.*\n/gmu, '').replaceAll(/[\s;,()'"`|-]/gu, '');

const textIn = (tree: ReadonlyMap<string, Uint8Array>, path: string): string =>
  Buffer.from(tree.get(path) ?? '').toString();

/** Whether each conflict is one for git, too. */
function expectRealConflicts(
  root: string,
  was: ReadonlyMap<string, Uint8Array>,
  is: ReadonlyMap<string, Uint8Array>,
  paths: readonly string[],
) {
  const git = gitMerger();
  for (const path of paths) {
    expect(
      git(textIn(was, path), textAt(root, path), textIn(is, path)).conflicts,
      path,
    ).toBeGreaterThan(0);
  }
}

describe.skipIf(whyNoGit !== undefined)(
  'a project that grows while its team works on every file of it',
  () => {
    test.each([1, 2])(
      'loses no line of either side, seed %s',
      { timeout: 600_000 },
      async (seed) => {
        const random = randomFrom(seed);
        let spec = specOf(resource('book'), resource('author'));
        const root = await writeProject(emptyFolder(), spec);
        const words = new Map<string, string[]>();
        let merges = 0;
        let reformatted = false;
        for (let step = 0; step < 50; step += 1) {
          const was = await treeOf(spec);
          // Two in three in what grows, the others anywhere.
          const all = [...was.keys()];
          const growing = all.filter((path) => path.includes('/modules/'));
          for (let edit = 0; edit < 3; edit += 1) {
            const paths = edit === 0 ? all : growing;
            const path = paths[Math.floor(random() * paths.length)] ?? '';
            const word = `ours${step}x${edit}`;
            if (insert(root, path, word, random))
              words.set(path, [...(words.get(path) ?? []), word]);
          }
          if (step === 33) {
            await reformat(root);
            reformatted = true;
          }
          spec = grown(spec, step, random);
          const is = await treeOf(spec);
          const planned = await planTo(root, spec);
          const contested = blocking(planned).map(({ path }) => path);
          if (!reformatted) expectRealConflicts(root, was, is, contested);
          for (const path of contested) {
            writeFileSync(join(root, path), was.get(path) ?? '');
            words.delete(path);
          }
          const { changes, operations } = await bringTo(root, spec);
          merges += changes.filter(({ action }) => action === 'merge').length;
          expect(operations.length).toBeGreaterThan(0);
          for (const [path, content] of is) {
            if (!isText(content) || path === '.prettierrc.json') continue;
            expect(bare(textAt(root, path)), path).toBe(bare(Buffer.from(content).toString()));
          }
          for (const [path, ours] of words)
            for (const word of ours) expect(textAt(root, path)).toContain(word);
        }
        expect(merges).toBeGreaterThan(20);
        const { deleted } = checkRepository(await openRepository(root, 'read', thisGenerator()));
        expect(deleted).toEqual([]);
      },
    );
  },
);
