import * as z from 'zod';

/** A host must follow, in the characters of RFC 3986: others are to be percent-encoded, or punycode. */
const absolute = /^https?:\/\/(?![/?#])(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/i;

/** A web address, kept as it was written. */
export const url = z
  .string()
  .max(2000)
  .refine((value) => absolute.test(value) && URL.canParse(value), {
    error: 'must be an absolute http or https URL',
  })
  .meta({ format: 'uri' });
