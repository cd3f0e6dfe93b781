import { test } from 'vitest';
import { dimensions } from '../../templates/choices.ts';
import type { Choice } from '../../generators/core/spec/dimension.ts';

const databases: readonly Choice[] = dimensions.find(({ id }) => id === 'database')?.choices ?? [];

/** Whether a database is a server, which must run before its tests do. */
export const isServer = (database: string): boolean =>
  databases.some(({ id, has }) => id === database && has?.includes('database-server') === true);

export const serverVariable = (database: string): string =>
  `GROUNDWORK_${database.toUpperCase().replaceAll('-', '_')}_URL`;

/** Where `test/servers/main.ts` started the server, for a user who may create databases. */
export const serverUrl = (database: string): string | undefined =>
  process.env[serverVariable(database)];

/**
 * Stands in for tests of a database whose server is missing: skipped where all can see it.
 *
 * @throws where a pipeline must have started the server
 */
export function skipWithoutServer(database: string, name: string): void {
  const reason = `${serverVariable(database)} is not set: see test/servers/main.ts`;
  if (process.env['CI'] !== undefined) throw new Error(`${name}: ${reason}`);
  test(name, (context) => {
    console.info(`skipped: ${name}: ${reason}`);
    context.skip(reason);
  });
}
