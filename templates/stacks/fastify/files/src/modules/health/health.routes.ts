import { unavailable } from '../../lib/unavailable.ts';
import type { App } from '../../plugins/validation.ts';
import { alive, ready } from './health.schema.ts';

export const prefixOverride = '';

export default function healthRoutes(app: App, _options: object, done: () => void): void {
  const config = { rateLimit: false } as const;

  app.get(
    '/livez',
    {
      config,
      schema: {
        operationId: 'checkLiveness',
        summary: 'Tells whether the process runs',
        response: { 200: alive },
      },
    },
    () => ({ status: 'ok' }) as const,
  );

  app.get(
    '/readyz',
    {
      config,
      schema: {
        operationId: 'checkReadiness',
        summary: 'Tells whether requests can be served',
        response: { 200: ready },
      },
    },
    async () => {
      try {
        await app.database.check();
      } catch (error) {
        throw unavailable(error);
      }
      return { status: 'ok', checks: { database: 'ok' } } as const;
    },
  );
  done();
}
