import plugin from 'fastify-plugin';
import { Problem } from '../lib/problem.ts';

/**
 * While the server stops, requests that it already has may finish; new ones, which can only come
 * over connections that are kept alive, are sent elsewhere.
 */
export const stopping = plugin((app, _options, done) => {
  let isStopping = false;
  app.addHook('preClose', (next) => {
    isStopping = true;
    next();
  });
  app.addHook('onRequest', (_request, _reply, next) => {
    if (!isStopping) return next();
    next(
      new Problem('unavailable', 'The server is stopping.', { headers: { 'retry-after': '5' } }),
    );
  });
  app.addHook('onSend', (_request, reply, _payload, next) => {
    // A connection that stayed open would hold up the end until it times out.
    if (isStopping) reply.header('connection', 'close');
    next();
  });
  done();
});
