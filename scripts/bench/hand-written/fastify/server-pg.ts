/** The same as `server.ts` over PostgreSQL, with nothing between the application and its driver. */
import { Pool, types } from 'pg';
import { buildApp } from './app.ts';
import { createTasks } from './tasks-pg.ts';

const { DATABASE_URL = '', PORT = '3000', RATE_LIMIT_PER_MINUTE = '300' } = process.env;

types.setTypeParser(types.builtins.DATE, String);
const pool = new Pool({
  connectionString: DATABASE_URL,
  max: 10,
  connectionTimeoutMillis: 5000,
  statement_timeout: 10_000,
  query_timeout: 10_500,
  keepAlive: true,
});
pool.on('error', () => {});
await pool.query(`create table tasks (
  id uuid primary key,
  title varchar(200) collate "C" not null,
  status varchar(30) collate "C" not null,
  due_date date,
  notes text collate "C",
  version integer not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
)`);
await pool.query('create index tasks_created_at_id on tasks (created_at, id)');
const app = await buildApp(createTasks(pool), Number(RATE_LIMIT_PER_MINUTE));
await app.listen({ host: '127.0.0.1', port: Number(PORT) });
