import * as z from 'zod';

/** Where the data lives: `file:` and a path, relative to the working directory. */
export const databaseUrl = z
  .string()
  .regex(/^file:.+$/, 'must be file: and a path, such as file:./data/app.db');
