import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../generators/core/model/facts.ts';
import { loadCast } from '../../../generators/core/model/load.ts';
import type { Stack } from '../../../generators/core/model/stack.ts';
import {
  adapterFolders,
  importTemplateCode,
} from '../../../generators/core/render/templates-folder.ts';
import { cases } from '../../matrix/cases.ts';

/** The conditions of a folder, read off its path: `database/sqlite/with/has/unique` has two. */
const conditionsOf = (below: string): readonly string[] =>
  [...below.matchAll(/(?:^|\/)(?:with\/)?([a-z]+\/[a-z-]+)/gu)].map(([, fact]) => fact ?? '');

/** `project`, then what the stack builds on, then the stack. */
async function rootsOf(id: string): Promise<readonly string[]> {
  const { stack } = (await importTemplateCode(`stacks/${id}/stack`)) as { readonly stack: Stack };
  const below = stack.base === undefined ? ['project'] : await rootsOf(stack.base);
  return [...below, `stacks/${id}`];
}

describe.each(cases)('$title', ({ spec }) => {
  test('exactly the folders whose every condition holds take part', async () => {
    const { folders } = await loadCast(spec);
    const facts = factsOf(spec);
    const roots = await rootsOf(spec.stack);
    const expected = [...adapterFolders().keys()].filter((id) => {
      const root = roots.find((candidate) => id === candidate || id.startsWith(`${candidate}/`));
      return (
        root !== undefined &&
        conditionsOf(id.slice(root.length + 1)).every((condition) => facts.has(condition))
      );
    });
    expect(folders.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
  });

  test('the base comes before the stack, a folder before what lies in it', async () => {
    const ids = (await loadCast(spec)).folders.map(({ id }) => id);
    const roots = await rootsOf(spec.stack);
    const rank = (id: string) =>
      roots.findIndex((root) => id === root || id.startsWith(`${root}/`));
    expect(ids.map(rank)).toEqual(ids.map(rank).toSorted((a, b) => a - b));
    for (const [index, id] of ids.entries()) {
      expect(ids.slice(index).filter((later) => id.startsWith(`${later}/`))).toEqual([]);
    }
  });
});

test('every folder of templates takes part in some case of the matrix', async () => {
  const taking = new Set<string>();
  for (const { spec } of cases) {
    for (const { id } of (await loadCast(spec)).folders) taking.add(id);
  }
  const idle = [...adapterFolders().keys()].filter((id) => !taking.has(id));
  expect(idle).toEqual([]);
});
