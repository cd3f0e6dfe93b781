import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { thisGenerator } from '../../generators/core/faces/generator.ts';
import { loadCast } from '../../generators/core/model/load.ts';
import { lastOf } from '../../generators/core/render/render.ts';
import { openRepository } from '../../generators/core/repository/open.ts';
import type { Resource } from '../../generators/core/spec/field.ts';
import { withOwnDatabase } from '../contract/store/own-database.ts';
import { pathOf } from '../contract/suite/url.ts';
import { surroundingsOf } from '../matrix/surroundings.ts';
import { runIn } from '../matrix/workshop.ts';
import { repository } from '../unit/shape/sources.ts';

/** Runs a program in a project, which lies in a workshop. */
export async function expectGreen(
  root: string,
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { ok, output } = await runIn(root, program, words, env);
  expect(ok, `${words.join(' ')}\n${output.slice(-8000)}`).toBe(true);
}

/** The cases of the contract without those of some resources. */
const without = (resources: readonly Resource[]): string =>
  `^the HTTP contract of \\S+ > (?!(?:${resources.map(pathOf).join('|')}) > )`;

/**
 * What a team would do before it merges, and what its clients would notice.
 *
 * @param isAsked the resources that the contract is held against one by one
 */
export async function expectToWork(
  root: string,
  isAsked: (resource: Resource, index: number) => boolean = () => true,
): Promise<void> {
  const { spec } = await openRepository(root, 'read', thisGenerator());
  const cast = await loadCast(spec);
  const found = surroundingsOf(cast);
  const variables = 'excuse' in found ? {} : found.variables;
  const [program = '', ...rest] = lastOf(cast.stacks, ({ verify }) => verify) ?? [];
  await withOwnDatabase(spec.database, (own) =>
    expectGreen(root, program, rest, { ...variables, ...own }),
  );
  const file = `${root}.spec`;
  writeFileSync(file, JSON.stringify(spec));
  const unasked = spec.resources.filter((resource, index) => !isAsked(resource, index));
  const words = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'contract',
    ...(unasked.length === 0 ? [] : ['--testNamePattern', without(unasked)]),
  ];
  const asked = {
    GROUNDWORK_PROJECT: root,
    GROUNDWORK_SPEC: file,
    GROUNDWORK_RESULTS: `${file}.json`,
  };
  await expectGreen(repository, process.execPath, words, asked);
}
