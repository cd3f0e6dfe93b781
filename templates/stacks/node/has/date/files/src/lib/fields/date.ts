import * as z from 'zod';

/** A day of the years 1 to 9999: not every database has a year 0. */
export const date = z.iso
  .date()
  .refine((value) => !value.startsWith('0000'), 'must not lie in the year 0000');
