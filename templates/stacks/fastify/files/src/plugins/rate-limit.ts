import fastifyRateLimit from '@fastify/rate-limit';
import plugin from 'fastify-plugin';
import { Problem } from '../lib/problem.ts';

interface Options {
  readonly perMinute: number;
}

/** Counts per client, in this process; routes with `config: { rateLimit: false }` are exempt. */
export const rateLimit = plugin<Options>(async (app, { perMinute }) => {
  await app.register(fastifyRateLimit, {
    global: false,
    max: perMinute,
    timeWindow: '1 minute',
    cache: 100_000,
    allowList: (request) => request.routeOptions.config.rateLimit === false,
    errorResponseBuilder: (_request, { after }) =>
      new Problem('rate-limited', `Too many requests: try again in ${after}.`),
  });
  // As a hook of the whole application it also counts requests for unknown routes.
  app.addHook('onRequest', app.rateLimit());
});
