import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { thisGenerator } from '../../../generators/core/faces/generator.ts';
import { isText } from '../../../generators/core/merge/text-file.ts';
import { Refusal } from '../../../generators/core/refusal.ts';
import type { UnitTree } from '../../../generators/core/render/tree.ts';
import { openRepository } from '../../../generators/core/repository/open.ts';
import { gitMerger } from '../../unit/merge/git-merge-file.ts';
import { say } from '../commands/say.ts';
import type { Said } from '../commands/say.ts';
import { commit, git } from '../git-repository.ts';
import { insert, textAt } from './team.ts';

export type Style = (path: string, text: string) => Promise<string>;

/** A project in a repository, and what its team wrote in it. */
export interface World {
  readonly root: string;
  readonly random: () => number;
  readonly merger: ReturnType<typeof gitMerger>;
  /** The words that the team wrote, by the file that holds them. */
  readonly words: Map<string, string[]>;
  /** What was generated last, as the team formats it. */
  texts: ReadonlyMap<string, string>;
  style: Style;
  readonly counts: { merges: number; conflicts: number };
}

export const opened = (root: string) => openRepository(root, 'read', thisGenerator());

export async function textsIn(units: readonly UnitTree[], style: Style) {
  const texts = new Map<string, string>();
  for (const [path, { content }] of units.flatMap((unit) => [...unit])) {
    if (isText(content)) texts.set(path, await style(path, Buffer.from(content).toString()));
  }
  return texts;
}

/** What the state says was generated. */
export async function generated({ root, style }: Pick<World, 'root' | 'style'>) {
  const { baselines } = await opened(root);
  return textsIn(
    [...baselines.heads.keys()].map((unit) => baselines.read(unit).files),
    style,
  );
}

const asGenerated: Style = (_, text) => Promise.resolve(text);

export async function openWorld(root: string, random: () => number): Promise<World> {
  git(root, 'init', '--quiet');
  return {
    root,
    random,
    merger: gitMerger(),
    words: new Map(),
    texts: await generated({ root, style: asGenerated }),
    style: asGenerated,
    counts: { merges: 0, conflicts: 0 },
  };
}

/** Three lines of the team's: one anywhere, the others in the resource that will grow. */
export function edit({ root, random, texts, words }: World, step: number, name: string): void {
  const all = [...texts.keys()];
  const growing = all.filter((path) => path.includes(`/${name}s`));
  for (let count = 0; count < 3; count += 1) {
    const paths = count === 0 ? all : growing;
    const path = paths[Math.floor(random() * paths.length)] ?? '';
    const word = `ours${step}x${count}`;
    if (insert(root, path, word, random)) words.set(path, [...(words.get(path) ?? []), word]);
  }
}

/** The files for which a command is refused. */
async function contestedBy({ root, counts }: World, said: Said): Promise<readonly string[]> {
  try {
    const { prepared } = await say(root, said);
    counts.merges += prepared.plan.changes.filter(({ action }) => action === 'merge').length;
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.exitCode !== 3) throw error;
    return error.faults.map(({ path }) => path);
  }
}

/** Gives up what the team wrote in some files, once git, too, has found that it cannot stay. */
async function giveUp(world: World, said: Said, contested: readonly string[]): Promise<void> {
  const { root, merger, texts, words, counts } = world;
  const edited = new Map(contested.map((path) => [path, textAt(root, path)]));
  // What they would become is known once they are.
  await say(root, said, { conflict: 'ours' });
  const next = await generated(world);
  git(root, 'reset', '--hard', '--quiet');
  git(root, 'clean', '-fdq');
  for (const [path, text] of edited) {
    const was = texts.get(path) ?? '';
    expect(merger(was, text, next.get(path) ?? '').conflicts, path).toBeGreaterThan(0);
    counts.conflicts += 1;
    writeFileSync(join(root, path), was);
    words.delete(path);
  }
}

/** Gives a command in the committed project, and again without what was in its way. */
export async function grow(world: World, said: Said): Promise<void> {
  commit(world.root);
  const contested = await contestedBy(world, said);
  if (contested.length > 0) {
    await giveUp(world, said, contested);
    commit(world.root);
    expect(await contestedBy(world, said), said.join(' ')).toEqual([]);
  }
  world.texts = await generated(world);
}

/** Without the team's lines, and without what a formatter may choose. */
const bare = (text: string): string =>
  text.replaceAll(/^.*\bours\d+x\d+\b.*\n/gmu, '').replaceAll(/[\s;,()'"`|-]/gu, '');

/** No line of either side is lost. */
export function expectBoth({ root, texts, words }: World, step: number): void {
  for (const [path, text] of texts) {
    if (path === '.prettierrc.json') continue;
    const found = textAt(root, path);
    expect(bare(found), `${path} in step ${step}`).toBe(bare(text));
    for (const word of words.get(path) ?? []) expect(found, path).toContain(word);
  }
}
