import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';

type NewTable = Pick<CreateTableBuilder<string, string>, 'execute'>;

/**
 * For migrations: puts a new table in the place of one, since SQLite does not alter columns
 * (https://www.sqlite.org/lang_altertable.html#otheralter). Rows, indexes and triggers stay.
 *
 * @param changes what a column gets where that is not what it held; `null` for a column that goes
 */
export async function replaceTable(
  db: Kysely<unknown>,
  table: string,
  define: (created: CreateTableBuilder<string>) => NewTable,
  changes: Readonly<Record<string, RawBuilder<unknown> | null>> = {},
): Promise<void> {
  // Names of tables begin with letters, but for this one.
  const created = `_new_${table}`;
  await define(db.schema.createTable(created)).execute();
  const [before, after] = [await columnsOf(db, table), await columnsOf(db, created)];
  const unknown = before.find((column) => !after.includes(column) && changes[column] !== null);
  if (unknown) {
    throw new Error(`${table} has a column ${unknown} that its new table lacks: add it there.`);
  }
  const copied = after.filter((column) => changes[column] ?? before.includes(column));
  const values = copied.map((column) => changes[column] ?? sql.ref(column));
  await sql`
    insert into ${sql.table(created)} (${sql.join(copied.map((column) => sql.ref(column)))})
    select ${sql.join(values)} from ${sql.table(table)}
  `.execute(db);
  const kept = await sql<{ sql: string }>`
    select sql from sqlite_schema
    where tbl_name = ${table} and type in ('index', 'trigger') and sql is not null
  `.execute(db);
  await db.schema.dropTable(table).execute();
  await db.schema.alterTable(created).renameTo(table).execute();
  for (const { sql: statement } of kept.rows) await sql.raw(statement).execute(db);
}

async function columnsOf(db: Kysely<unknown>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_info(${table})
  `.execute(db);
  return rows.map(({ name }) => name);
}
