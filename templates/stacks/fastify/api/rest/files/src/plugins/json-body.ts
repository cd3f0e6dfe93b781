import plugin from 'fastify-plugin';
import { parseJson } from '../lib/json.ts';
import { assertJson } from '../lib/media-type.ts';
import { Problem } from '../lib/problem.ts';

export const jsonBody = plugin((app, _options, done) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body: Buffer, next) => {
    try {
      const { 'content-type': type, 'content-encoding': encoding } = request.headers;
      assertJson(request.method, type, encoding);
      next(null, parseJson(body));
    } catch (error) {
      next(error as Error);
    }
  });
  // Without a content type there is nothing to parse, and validation would take nothing for null.
  app.addHook('preValidation', (request, _reply, next) => {
    const isMissing = request.routeOptions.schema?.body && request.body === undefined;
    next(isMissing ? new Problem('malformed', 'The body is empty.') : undefined);
  });
  // A body says nothing about what to delete, so it is not even read.
  app.addHttpMethod('DELETE', { hasBody: false, overrideExisting: true });
  done();
});
