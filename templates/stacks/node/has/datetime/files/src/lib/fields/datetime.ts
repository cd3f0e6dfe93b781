import * as z from 'zod';

const rfc3339 =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** An instant: any offset comes in, UTC cut to milliseconds goes out. */
export const datetime = z
  .string()
  .refine(isInstant, { error: 'must be a date and time with an offset (RFC 3339)', abort: true })
  .overwrite(toUtc)
  .meta({ format: 'date-time' });

function isInstant(value: string): boolean {
  const day = rfc3339.exec(value)?.[1];
  // `Date` takes 30 February for 2 March, and years beyond four digits have another format.
  return z.iso.date().safeParse(day).success && /^(?!0000)\d{4}-/.test(toUtc(value));
}

function toUtc(value: string): string {
  return new Date(value.toUpperCase()).toISOString();
}
