/**
 * The measure of the generated back end: the same API by hand, as a competent engineer writes it who
 * knows that there is one table. Same plug-ins, duties, database, pragmas and validation, both ways;
 * same bodies and headers. Runs by type stripping, beside the `node_modules` of a generated project.
 */
import { buildApp } from './app.ts';
import { openDatabase } from './database.ts';
import { createTasks } from './tasks.ts';

const { DATABASE_URL = '', JWT_SECRET, PORT = '3000', RATE_LIMIT_PER_MINUTE = '300' } = process.env;
const database = await openDatabase(DATABASE_URL.slice('file:'.length));
// The packages for it are there only where the generated back end has accounts too.
const accounts = JWT_SECRET === undefined ? undefined : await import('./accounts.ts');
const app = await buildApp(createTasks(database), Number(RATE_LIMIT_PER_MINUTE), (application) =>
  accounts?.addAccounts(application, database, JWT_SECRET ?? ''),
);
await app.listen({ host: '127.0.0.1', port: Number(PORT) });
