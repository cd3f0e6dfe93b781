import { setTimeout as sleep } from 'node:timers/promises';
import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './data/database.ts';
import { migrate } from './data/migrate.ts';
import { createLogger } from './lib/logger.ts';
import { orExit } from './lib/or-exit.ts';

const config = await orExit(readConfig);
const logger = createLogger(config.logLevel);
const database = await orExit(() => openDatabase(config), 'DATABASE_URL');
if (config.nodeEnv === 'development') {
  await orExit(database.check, 'DATABASE_URL');
  for (const name of await orExit(() => migrate(database))) logger.info({ name }, 'migrated');
}
const app = await buildApp({ config, database, logger });

/** What the database has for its part where requests took all of the grace time, in milliseconds. */
const farewell = 1000;

async function stop(signal: NodeJS.Signals): Promise<void> {
  const began = performance.now();
  logger.info({ signal }, 'stopping');
  const deadline = setTimeout(() => {
    logger.warn('the grace time is over: closing the connections that are left');
    app.server.closeAllConnections();
  }, config.shutdownGraceMs);
  await app.close();
  clearTimeout(deadline);
  const left = config.shutdownGraceMs - (performance.now() - began);
  await Promise.race([database.close(), sleep(Math.max(left, farewell))]);
  logger.info('stopped');
  // Connections to a database that says nothing would hold the process.
  process.exit(0);
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
await orExit(() => app.listen({ host: config.host, port: config.port }), 'HOST, PORT');
