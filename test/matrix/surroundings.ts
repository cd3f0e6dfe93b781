import type { Cast } from '../../generators/core/model/load.ts';
import { lastOf } from '../../generators/core/render/render.ts';
import { pythonVariables, Unreachable } from '../python/environment.ts';
import type { Variables } from '../python/environment.ts';

/** What the environment must say for projects to find their packages, by the manifest of these. */
const surroundings: Readonly<Record<string, (cast: Cast) => Variables>> = {
  // Node looks in the folders above.
  'package.json': () => ({}),
  'pyproject.toml': ({ model }) => pythonVariables(model.packages),
};

export const manifestOf = (cast: Cast): string =>
  lastOf(cast.stacks, ({ manifest }) => manifest) ?? '';

type Surroundings = { readonly variables: Variables } | { readonly excuse: string };

/** What a project of this cast finds on this machine; where that is nothing, its test is skipped. */
export function surroundingsOf(cast: Cast): Surroundings {
  const find = surroundings[manifestOf(cast)];
  if (find === undefined) throw new Error(`nobody knows how to install ${manifestOf(cast)}`);
  try {
    return { variables: find(cast) };
  } catch (error) {
    if (error instanceof Unreachable) return { excuse: error.message };
    throw error;
  }
}
