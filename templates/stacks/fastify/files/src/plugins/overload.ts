import underPressure from '@fastify/under-pressure';
import plugin from 'fastify-plugin';
import { Problem } from '../lib/problem.ts';

interface Options {
  /** In milliseconds, on average over one sample. */
  readonly maxEventLoopDelay: number;
  readonly sampleInterval: number;
}

/** Refuses work while the event loop cannot keep up, instead of letting every caller wait. */
export const overload = plugin<Options>(async (app, options) => {
  await app.register(underPressure, {
    ...options,
    pressureHandler: (request) => {
      if (request.routeOptions.config.rateLimit === false) return;
      throw new Problem('unavailable', 'The server is overloaded.', {
        headers: { 'retry-after': '10' },
      });
    },
  });
});
