import * as z from 'zod';
import type { App } from '../../src/plugins/validation.ts';

const note = z.strictObject({ name: z.string(), size: z.int32() }).meta({ id: 'probe' });

/** Routes that behave like those of a resource, so that no test depends on one. */
export function probe(app: App): void {
  app.post(
    '/probe',
    {
      config: { problems: [409], responseHeaders: ['ETag'] },
      schema: { operationId: 'probe', summary: 'Probes', body: note, response: { 200: note } },
    },
    ({ body }) => body,
  );
  app.patch(
    '/probe/:id',
    {
      schema: {
        operationId: 'patchProbe',
        params: z.object({ id: z.string() }),
        body: note.partial(),
        response: { 200: note.partial() },
      },
    },
    ({ body }) => body,
  );
  app.delete(
    '/probe/:id',
    { schema: { operationId: 'removeProbe', response: { 204: z.void() } } },
    async (_request, reply) => reply.code(204).send(),
  );
}
