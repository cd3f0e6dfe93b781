import * as z from 'zod';

export const id = z.uuid().toLowerCase();

/** The parameters of a route that addresses one row. */
export const idParams = z.object({ id });
