import * as z from 'zod';

const pattern = /^(?:0|-?[1-9]\d{0,18})$/;

/** A 64-bit integer, as a string because a JSON number loses digits beyond 2^53. */
export const bigint = z
  .string()
  .regex(pattern, { error: 'must be a whole number without leading zeros', abort: true })
  .refine((value) => BigInt.asIntN(64, BigInt(value)) === BigInt(value), 'must fit in 64 bits');
