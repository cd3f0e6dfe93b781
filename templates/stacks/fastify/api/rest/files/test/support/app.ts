import { onTestFinished } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/data/database.ts';
import { migrate } from '../../src/data/migrate.ts';
import { createLogger } from '../../src/lib/logger.ts';
import type { App } from '../../src/plugins/validation.ts';
import { emptyDatabaseUrl, openTestDatabase } from './database.ts';

interface Setting {
  readonly variables?: Readonly<Record<string, string>>;
  readonly logger?: ReturnType<typeof createLogger>;
  /** Puts something between the application and its database. */
  readonly between?: (database: Database) => Database;
  /** Adds routes of the test's own. */
  readonly routes?: (app: App) => void;
}

/** The whole application over an empty database in memory, closed when the test is finished. */
export async function buildTestApp({ variables, logger, between, routes }: Setting = {}) {
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: emptyDatabaseUrl,
    RATE_LIMIT_PER_MINUTE: '1000000',
    ...variables,
  });
  const database = openTestDatabase(config.databaseUrl);
  await migrate(database);
  const app = await buildApp({
    config,
    database: between?.(database) ?? database,
    logger: logger ?? createLogger(config.logLevel),
  });
  routes?.(app);
  onTestFinished(() => app.close());
  return app;
}

/** Options of an injected request that carries JSON. */
export function json(payload: unknown) {
  return {
    headers: { 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  };
}
