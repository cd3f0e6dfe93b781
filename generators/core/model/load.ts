import type { Spec } from '../spec/spec.ts';
import { adapterFolders, importTemplateCode } from '../render/templates-folder.ts';
import type { AdapterFolder } from '../render/templates-folder.ts';
import type { Adapter } from './adapter.ts';
import { factsOf } from './facts.ts';
import { addUp } from './model.ts';
import type { Model } from './model.ts';
import type { Stack } from './stack.ts';

/** Everything that takes part in rendering one spec, in the order in which it is added up. */
export interface Cast {
  readonly model: Model;
  /** The base first, the chosen stack last. */
  readonly stacks: readonly Stack[];
  readonly folders: readonly (AdapterFolder & { readonly adapter: Adapter })[];
}

type Loaded = Adapter & { readonly stack?: Stack };

const loadStack = async (id: string): Promise<Stack> => {
  const { stack } = (await importTemplateCode(`stacks/${id}/stack`)) as Loaded;
  if (stack === undefined) throw new Error(`templates/stacks/${id}/stack.ts exports no stack`);
  return stack;
};

/** The chosen stack and what it builds on: `[['node', ...], ['fastify', ...]]`. */
async function chainOf(id: string): Promise<readonly (readonly [string, Stack])[]> {
  const stack = await loadStack(id);
  const below = stack.base === undefined ? [] : await chainOf(stack.base);
  return [...below, [id, stack]];
}

/** The stacks that take part where one is chosen: the base first, the chosen one last. */
export const stacksOf = async (id: string): Promise<readonly Stack[]> =>
  (await chainOf(id)).map(([, stack]) => stack);

/** Whether every `<group>/<value>` below one of the roots is a fact; `with` stands for "and". */
function takesPart(id: string, roots: readonly string[], facts: ReadonlySet<string>): boolean {
  const root = roots.find((candidate) => id === candidate || id.startsWith(`${candidate}/`));
  if (root === undefined) return false;
  const steps = id
    .slice(root.length + 1)
    .split('/')
    .filter((step) => step !== '' && step !== 'with');
  return steps.every((step, index) => index % 2 === 0 || facts.has(`${steps[index - 1]}/${step}`));
}

/** Finds and loads what a spec needs. Throws when a template folder is at odds with the design. */
export async function loadCast(spec: Spec): Promise<Cast> {
  const chain = await chainOf(spec.stack);
  const roots = ['project', ...chain.map(([id]) => `stacks/${id}`)];
  const facts = factsOf(spec);
  const taking = [...adapterFolders().values()]
    .filter(({ id }) => takesPart(id, roots, facts))
    .toSorted((a, b) => rank(a.id, roots) - rank(b.id, roots) || (a.id < b.id ? -1 : 1));
  const folders = await Promise.all(
    taking.map(async (folder) => ({
      ...folder,
      adapter: folder.code === undefined ? {} : ((await importTemplateCode(folder.code)) as Loaded),
    })),
  );
  const contributions = folders.map(({ adapter }) => adapter.contribute?.(spec) ?? {});
  const stacks = chain.map(([, stack]) => stack);
  const packages = Object.assign({}, ...stacks.map((stack) => stack.packages ?? {})) as Record<
    string,
    string
  >;
  return { model: addUp(spec, contributions, packages), stacks, folders };
}

const rank = (id: string, roots: readonly string[]): number =>
  roots.findIndex((root) => id === root || id.startsWith(`${root}/`));
