import { serverUrl } from '../../servers/server-url.ts';
import { mysqlStores } from './mysql.ts';
import { postgresqlStores } from './postgresql.ts';
import { sqliteStores } from './sqlite.ts';
import type { Stores } from './store.ts';

const onServers: Readonly<Record<string, (server: URL) => Stores>> = {
  postgresql: postgresqlStores,
  mysql: mysqlStores,
};

/**
 * The stores of a database, on the server that the environment names.
 *
 * @returns `undefined` when it names none
 * @throws when nobody knows the database
 */
export function storesOf(database: string): Stores | undefined {
  if (database === 'sqlite') return sqliteStores;
  const stores = onServers[database];
  if (stores === undefined) throw new Error(`test/contract/store/ has no stores of ${database}`);
  const url = serverUrl(database);
  return url === undefined ? undefined : stores(new URL(url));
}
