import * as z from 'zod';

/** Of any version (RFC 9562); lower-cased, because the case of its letters means nothing. */
export const uuid = z
  .string()
  .toLowerCase()
  .regex(z.regexes.uuid(), 'must be a UUID')
  .meta({ format: 'uuid' });
