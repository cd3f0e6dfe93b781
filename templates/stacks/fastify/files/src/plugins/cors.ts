import fastifyCors from '@fastify/cors';
import plugin from 'fastify-plugin';

interface Options {
  readonly origins: readonly string[];
}

/** Lets pages of the listed origins call the API; without any, the browser's own rule stays. */
export const cors = plugin<Options>(async (app, { origins }) => {
  if (origins.length === 0) return;
  await app.register(fastifyCors, {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    exposedHeaders: ['ETag', 'Location', 'X-Request-Id', 'Retry-After'],
    strictPreflight: false,
  });
});
