import * as z from 'zod';

export const alive = z.object({ status: z.literal('ok') }).meta({ id: 'Liveness' });

export const ready = z
  .object({ status: z.literal('ok'), checks: z.object({ database: z.literal('ok') }) })
  .meta({ id: 'Readiness' });
