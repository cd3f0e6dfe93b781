import { loadCast } from '../../generators/core/model/load.ts';
import type { Cast } from '../../generators/core/model/load.ts';
import { migrate } from '../../generators/core/render/migrate.ts';
import { render } from '../../generators/core/render/render.ts';
import { parseSpec } from '../../generators/core/spec/parse.ts';
import type { Spec } from '../../generators/core/spec/spec.ts';
import { combinations, nameOf } from './combinations.ts';
import { pairwise } from './pairwise.ts';
import { resourceSets } from './resource-sets.ts';

/** One project of the matrix: what is chosen, and what it holds. */
export interface Case {
  readonly title: string;
  /** Part of a path. */
  readonly id: string;
  /** The title of its resource set. */
  readonly set: string;
  readonly spec: Spec;
}

const rows = combinations.flatMap((combination) =>
  [...resourceSets.keys()].map((set) => ({ ...combination, set })),
);

/** Every two choices, and every choice with every set of resources, are in some case. */
export const cases: readonly Case[] = pairwise(rows).map(({ set, ...combination }, index) => ({
  title: `${nameOf(combination)}, ${set}`,
  id: `case-${index}`,
  set,
  spec: parseSpec({ ...resourceSets.get(set), ...combination }),
}));

/** The cases whose projects have a manifest of npm. */
export const npmCases = cases.filter(({ spec }) => spec.stack === 'fastify');

/** Those of Python. */
export const pythonCases = cases.filter(({ spec }) => spec.stack === 'django');

/** Path -> text of everything that is generated, migrations included. */
export type Files = ReadonlyMap<string, string>;

/** Renders a spec to texts; migrations get made-up times. */
export async function filesOf(spec: Spec): Promise<{ readonly files: Files; readonly cast: Cast }> {
  const cast = await loadCast(spec);
  const units = [...(await render(cast)).values()];
  const rendered = units.flatMap((unit) =>
    [...unit].map(([path, { content }]) => [path, Buffer.from(content).toString('utf8')] as const),
  );
  const migrations = (await migrate(undefined, cast)).map(
    ({ folder, name, named, content }, index) => {
      const time = named === 'by-time' ? `${20_260_101_000_000 + index}_` : '';
      return [`${folder}/${time}${name}`, content] as const;
    },
  );
  return { files: new Map([...rendered, ...migrations]), cast };
}
