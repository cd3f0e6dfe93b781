import * as z from 'zod';

/** A double; its one value that databases keep in two ways, -0, becomes 0. */
export const float = z
  .number()
  .overwrite((value) => value + 0)
  .meta({ format: 'double' });
