import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dimensions } from '../../../templates/choices.ts';
import type { Choice } from '../../../generators/core/spec/dimension.ts';
import { factsOf } from '../../../generators/core/model/facts.ts';
import type { Stack } from '../../../generators/core/model/stack.ts';
import {
  adapterFolders,
  importTemplateCode,
  templatesFolder,
} from '../../../generators/core/render/templates-folder.ts';
import { brokenRules } from '../../../generators/core/spec/rules.ts';
import { cases } from '../../matrix/cases.ts';

/** Layout, not a dimension of templates: see docs/architecture.md. */
const withoutFolders: ReadonlySet<string> = new Set(['architecture', 'stack']);

const choicesOf = (dimension: string): readonly Choice[] =>
  dimensions.find(({ id }) => id === dimension)?.choices ?? [];

async function rootsOf(id: string): Promise<readonly string[]> {
  const { stack } = (await importTemplateCode(`stacks/${id}/stack`)) as { readonly stack: Stack };
  return [...(stack.base === undefined ? ['project'] : await rootsOf(stack.base)), `stacks/${id}`];
}

const wired = dimensions
  .filter(({ id }) => !withoutFolders.has(id))
  .flatMap(({ id, choices }) =>
    choices.filter((choice) => choice.id !== 'none').map((choice) => [id, choice.id] as const),
  );

test.each(choicesOf('stack').flatMap(({ id }) => wired.map((pair) => [id, ...pair] as const)))(
  '%s has templates for %s %s, or a rule says why not',
  async (stack, dimension, choice) => {
    const roots = await rootsOf(stack);
    const there = roots.some((root) => existsSync(join(templatesFolder, root, dimension, choice)));
    const refused = brokenRules({ stack, [dimension]: choice }).length > 0;
    expect({ there, refused }).toEqual({ there: !refused, refused });
  },
);

test.each(choicesOf('stack').map(({ id }) => id))(
  '%s is a stack with all that a face needs',
  async (id) => {
    const roots = (await rootsOf(id)).filter((root) => root !== 'project');
    const stacks = await Promise.all(
      roots.map(async (root) => (await importTemplateCode(`${root}/stack`)) as { stack: Stack }),
    );
    const whole: Stack = Object.assign({}, ...stacks.map(({ stack }) => stack)) as Stack;
    for (const key of [
      'runtime',
      'install',
      'manifest',
      'installed',
      'verify',
      'next',
      'lineWidth',
    ] as const) {
      expect(whole[key], key).toBeDefined();
    }
    expect(whole.next?.length).toBeGreaterThanOrEqual(2);
  },
);

/** Facts about resources: those that some case of the matrix has. */
const had = new Set(cases.flatMap(({ spec }) => [...factsOf(spec)]));

const known: Readonly<Record<string, readonly string[]>> = {
  has: [...had].flatMap((fact) => (fact.startsWith('has/') ? [fact.slice(4)] : [])),
  ...Object.fromEntries(
    dimensions.map(({ id, choices }) => [id, choices.map((choice) => choice.id)]),
  ),
  family: dimensions.flatMap(({ choices }) =>
    choices.flatMap((choice: Choice) => (choice.family === undefined ? [] : [choice.family])),
  ),
};

/** `stacks/node/database/sqlite/with/has/unique` -> `database/sqlite`, `has/unique`. */
function conditionsOf(id: string): readonly string[] {
  const steps = id.replace(/^(?:project|stacks\/[a-z]+)\/?/u, '').split('/');
  const words = steps.filter((step) => step !== 'with' && step !== '');
  return words.flatMap((word, index) =>
    index % 2 === 0 ? [`${word}/${words[index + 1] ?? ''}`] : [],
  );
}

test('no folder stands for something that cannot be chosen', () => {
  const odd = [...adapterFolders().keys()].flatMap((id) =>
    conditionsOf(id).flatMap((condition) => {
      const [group = '', value = ''] = condition.split('/');
      return known[group]?.includes(value) === true ? [] : [`${id}: ${condition}`];
    }),
  );
  expect(odd).toEqual([]);
});

test('every stack folder is a choice, or the base of one', async () => {
  const chains = await Promise.all(choicesOf('stack').map(({ id }) => rootsOf(id)));
  const used = new Set(chains.flat());
  const there = [...adapterFolders().keys()].map((id) => id.split('/').slice(0, 2).join('/'));
  expect(there.filter((id) => id.startsWith('stacks/') && !used.has(id))).toEqual([]);
});
