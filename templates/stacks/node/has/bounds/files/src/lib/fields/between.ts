import type * as z from 'zod';

interface Bounds {
  readonly min?: string;
  readonly max?: string;
}

/** Adds bounds, both inclusive, to strings that stand for something that can be measured. */
export function between<Schema extends z.ZodType<string>>(
  schema: Schema,
  measure: (value: string) => number | bigint,
  { min, max }: Bounds,
) {
  const words: string[] = [];
  if (min !== undefined) words.push(`at least ${min}`);
  if (max !== undefined) words.push(`at most ${max}`);
  const description = words.join(', ');
  return schema
    .refine(
      (value) =>
        (min === undefined || measure(value) >= measure(min)) &&
        (max === undefined || measure(value) <= measure(max)),
      {
        error: `must be ${description}`,
        // What is malformed measures nothing.
        when: ({ issues }) => issues.length === 0,
      },
    )
    .meta({ description });
}
