import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/data/database.ts';

/** Lets time pass after each query, so that requests that run at once meet between two of them. */
export function slowed(database: Database): Database {
  const kysely = database.kysely.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      await sleep(20);
      return result;
    },
  });
  return { ...database, kysely };
}
