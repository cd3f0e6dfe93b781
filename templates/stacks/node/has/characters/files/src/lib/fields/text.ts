import * as z from 'zod';

/** A string that every database stores and compares alike; its length counts code points. */
export function text(maximum: number) {
  return z
    .string()
    .refine((value) => value !== '', 'must not be empty')
    .refine((value) => value.isWellFormed() && !value.includes('\0'), 'must be Unicode without NUL')
    .refine((value) => value.trim() === value, 'must not begin or end with white space')
    .refine((value) => isAtMost(maximum, value), `must have at most ${maximum} characters`)
    .meta({ minLength: 1, maxLength: maximum });
}

/** A code point takes one or two units, so that most strings need not be taken apart. */
function isAtMost(maximum: number, value: string): boolean {
  return (
    value.length <= maximum || (value.length <= 2 * maximum && Array.from(value).length <= maximum)
  );
}
