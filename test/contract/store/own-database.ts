import { isServer } from '../../servers/server-url.ts';
import { storesOf } from './stores-of.ts';

/**
 * Lets the tests of a back end have a database that nobody else uses: Django calls the one that it
 * makes after the one that it is told, so two runs with one URL would drop each other's tables.
 *
 * @param work - is told the variables of those tests; none where the database is a file
 * @throws when no server of that database runs
 */
export async function withOwnDatabase<T>(
  database: string,
  work: (variables: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> {
  if (!isServer(database)) return work({});
  const store = await storesOf(database)?.create();
  if (store === undefined) throw new Error(`no server of ${database} runs`);
  try {
    return await work({ TEST_DATABASE_URL: store.url });
  } finally {
    await store.remove();
  }
}
