import type { Resource } from './field.ts';

/** The names of the resources that one refers to, each once. */
export const targetsOf = ({ fields }: Pick<Resource, 'fields'>): readonly string[] => [
  ...new Set(fields.flatMap((field) => (field.type === 'reference' ? [field.resource] : []))),
];
