import type { FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { Problem } from '../lib/problem.ts';

interface Options {
  readonly perMinute: number;
}

type Account = string | undefined;
type AccountOf<Body> = (request: FastifyRequest<{ Body: Body }>) => Account | Promise<Account>;

interface AttemptHooks {
  readonly onRequest: (request: FastifyRequest) => Promise<void>;
  readonly preHandler: (request: FastifyRequest) => Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Two counters of a route's own: per client, and per account that a request speaks of. One that
     * speaks of none counts for its client alone.
     */
    limitAttempts: <Body>(accountOf: AccountOf<Body>) => AttemptHooks;
  }
}

const nobody = '';

/** Slows down guessing: of many accounts by one client, and of one account by many clients. */
export const attempts = plugin<Options>((app, { perMinute }, done) => {
  const window = { max: perMinute, timeWindow: '1 minute', cache: 100_000 };

  function counter(options: Parameters<typeof app.createRateLimit>[0] = {}) {
    const count = app.createRateLimit({ ...window, ...options });
    return async (request: FastifyRequest) => {
      const result = await count(request);
      if (result.isAllowed || !result.isExceeded) return;
      throw new Problem('rate-limited', 'Too many attempts: try again later.', {
        headers: { 'retry-after': String(result.ttlInSeconds) },
      });
    };
  }

  app.decorate('limitAttempts', <Body>(accountOf: AccountOf<Body>) => ({
    onRequest: counter(),
    preHandler: counter({
      // By then the body has been validated by the schema of the route.
      keyGenerator: async (request) =>
        (await accountOf(request as FastifyRequest<{ Body: Body }>)) ?? nobody,
      allowList: (_request, key) => key === nobody,
    }),
  }));
  done();
});
