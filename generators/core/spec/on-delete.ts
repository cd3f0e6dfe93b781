import type { Field, Resource } from './field.ts';

type Reference = Extract<Field, { readonly type: 'reference' }>;

/** The references whose rows go or change when what they refer to is deleted. */
export const yieldingReferences = ({ fields }: Pick<Resource, 'fields'>): readonly Reference[] =>
  fields.flatMap((field) =>
    field.type === 'reference' && field.onDelete !== 'restrict' ? [field] : [],
  );

/** Each of a thousand resources is asked about. */
const known = new WeakMap<readonly Resource[], ReadonlySet<string>>();

/** Whether something goes or changes when a row of this resource is deleted. */
export function hasYielding(name: string, resources: readonly Resource[]): boolean {
  const targets =
    known.get(resources) ??
    new Set(resources.flatMap(yieldingReferences).map((field) => field.resource));
  known.set(resources, targets);
  return targets.has(name);
}
