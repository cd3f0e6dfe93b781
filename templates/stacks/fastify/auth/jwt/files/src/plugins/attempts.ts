import type { FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { Problem } from '../lib/problem.ts';

interface Options {
  readonly perMinute: number;
}

interface AttemptHooks {
  readonly onRequest: (request: FastifyRequest) => Promise<void>;
  readonly preHandler: (request: FastifyRequest) => Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Two counters of a route's own: per client, and per account that its body names. */
    limitAttempts: (accountIn: (body: never) => string) => AttemptHooks;
  }
}

/** Slows down guessing: of many accounts by one client, and of one account by many clients. */
export const attempts = plugin<Options>((app, { perMinute }, done) => {
  const window = { max: perMinute, timeWindow: '1 minute', cache: 100_000 };

  function counter(keyGenerator?: (request: FastifyRequest) => string) {
    const count = app.createRateLimit({ ...window, ...(keyGenerator && { keyGenerator }) });
    return async (request: FastifyRequest) => {
      const result = await count(request);
      if (result.isAllowed || !result.isExceeded) return;
      throw new Problem('rate-limited', 'Too many attempts: try again later.', {
        headers: { 'retry-after': String(result.ttlInSeconds) },
      });
    };
  }

  app.decorate('limitAttempts', (accountIn) => ({
    onRequest: counter(),
    preHandler: counter(({ body }) => accountIn(body as never)),
  }));
  done();
});
