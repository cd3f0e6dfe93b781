import type * as z from 'zod';

/** Adds a least number of characters, counted in code points, to a text. */
export function minLength(text: z.ZodString, minimum: number) {
  return text
    .refine((value) => isAtLeast(minimum, value), `must have at least ${minimum} characters`)
    .meta({ minLength: minimum });
}

/** A code point takes one or two units, so that most strings need not be taken apart. */
function isAtLeast(minimum: number, value: string): boolean {
  return (
    value.length >= 2 * minimum || (value.length >= minimum && Array.from(value).length >= minimum)
  );
}
