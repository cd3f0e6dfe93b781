/**
 * The checks that a pipeline runs, in the order in which they are shown: a closed list. `checks` are
 * those that a framework makes of itself: of its settings, of what its tables should be.
 */
export const stepIds = [
  'format',
  'lint',
  'types',
  'checks',
  'test',
  'build',
  'smoke',
  'image',
  'sbom',
  'audit',
  'leaks',
] as const;

export type StepId = (typeof stepIds)[number];

/**
 * What must be there before a step can run: `packages` include the toolchain, `variables` are those
 * that have no default, `stores` are the services of the model, where there are any.
 */
export type Need = 'toolchain' | 'packages' | 'history' | 'engine' | 'variables' | 'stores';

/** One check of the generated project, whatever system runs it. */
export interface Step {
  readonly id: StepId;
  readonly name: string;
  /** Commands of a POSIX shell in the root of the repository, as its developers type them. */
  readonly run: readonly [string, ...string[]];
  readonly needs: readonly Need[];
  /** The step whose result lies on disk when this one starts: they share a machine. */
  readonly after?: StepId;
  /** Shows why it failed, where its own output does not. */
  readonly diagnosis?: string;
  /** A file that it writes and that is worth keeping. */
  readonly keeps?: string;
}

/** How a machine of the chosen pipeline comes by a need, in the words of that pipeline. */
export interface Provision {
  readonly need: Need;
  readonly name: string;
  readonly how:
    | { readonly run: string }
    | { readonly action: string; readonly inputs: Readonly<Record<string, string>> };
}

/** Steps in the order of the closed list; one that two adapters contribute is an error. */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  const twice = steps.find(({ id }, index) => steps.findIndex((step) => step.id === id) !== index);
  if (twice !== undefined) throw new Error(`two adapters contribute the step ${twice.id}`);
  return steps.toSorted((a, b) => stepIds.indexOf(a.id) - stepIds.indexOf(b.id));
}
