import type { Json } from '../reader.ts';

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Many of another resource, as it is typed: `tags:many=tag`. */
export interface ManyInput {
  readonly name: string;
  readonly many: string;
}

const end = (field: string, target: string): Json => ({
  name: field,
  type: 'reference',
  resource: target,
  required: true,
  onDelete: 'cascade',
});

/**
 * The resource by which one has many of another, and the other way round: a row for each pair, which
 * goes with either. It is called by both, `bookTag`; where a resource has many of its own kind, by
 * what those are called.
 */
export function joinResource(resource: string, { name, many }: ManyInput): Json {
  const other = many === resource ? name : many;
  return {
    name: `${resource}${capital(other)}`,
    fields: [end(resource, resource), end(other, many)],
  };
}
