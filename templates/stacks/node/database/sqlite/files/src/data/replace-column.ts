import {
  type CreateTableBuilder,
  type Kysely,
  type OnModifyForeignAction,
  type RawBuilder,
  sql,
} from 'kysely';

type NewTable = CreateTableBuilder<string, string>;

/**
 * For migrations: replaces one column, which SQLite does by a new table in the place of the old one
 * (https://www.sqlite.org/lang_altertable.html#otheralter). All else stays what it is by then,
 * whatever other branches made of it: rows, columns, keys, indexes and triggers, and what names it.
 *
 * @param define the column as it is to be; `null` when it goes
 * @param value what rows get there, where that is not what they held
 */
export async function replaceColumn(
  db: Kysely<unknown>,
  table: string,
  column: string,
  define: ((created: NewTable) => NewTable) | null,
  value?: RawBuilder<unknown>,
): Promise<void> {
  await refuseUnknown(db, table);
  // Names of tables begin with letters, but for this one.
  const created = `_new_${table}`;
  const columns = await columnsOf(db, table);
  let builder: NewTable = db.schema.createTable(created);
  for (const { name, type, required, standard } of columns) {
    if (name === column) builder = define?.(builder) ?? builder;
    else {
      builder = builder.addColumn(name, sql.raw(type), (kept) => {
        const described = required ? kept.notNull() : kept;
        return standard === null ? described : described.defaultTo(sql.raw(`(${standard})`));
      });
    }
  }
  const isNew = columns.every(({ name }) => name !== column);
  if (isNew) builder = define?.(builder) ?? builder;
  await (await withKeys(builder, db, table, column)).execute();

  const copied = columns.flatMap(({ name }) => (name === column ? [] : [sql.ref(name)]));
  const given = define === null || (isNew && !value) ? [] : [value ?? sql.ref(column)];
  await sql`
    insert into ${sql.table(created)}
      (${sql.join([...copied, ...given.map(() => sql.ref(column))])})
    select ${sql.join([...copied, ...given])} from ${sql.table(table)}
  `.execute(db);
  await putInPlace(db, table, created);
}

async function putInPlace(db: Kysely<unknown>, table: string, created: string): Promise<void> {
  const kept = await sql<{ sql: string }>`
    select sql from sqlite_schema
    where tbl_name = ${table} and type in ('index', 'trigger') and sql is not null
  `.execute(db);
  await db.schema.dropTable(table).execute();
  await withoutLooking(db, () => db.schema.alterTable(created).renameTo(table).execute());
  for (const { sql: statement } of kept.rows) await sql.raw(statement).execute(db);
  await refuseLost(db, table);
}

/** Who renames a column, if only to what it is called, makes SQLite look at all that names columns. */
async function refuseLost(db: Kysely<unknown>, table: string): Promise<void> {
  for (const { name } of (await columnsOf(db, table)).slice(0, 1)) {
    await db.schema.alterTable(table).renameColumn(name, name).execute();
  }
}

/** Views, and triggers of other tables, name a table that is not there: SQLite would look, and refuse. */
async function withoutLooking(db: Kysely<unknown>, rename: () => Promise<void>): Promise<void> {
  await sql`pragma legacy_alter_table = on`.execute(db);
  try {
    await rename();
  } finally {
    await sql`pragma legacy_alter_table = off`.execute(db);
  }
}

/** What is said of a table in other words than those of its columns and keys would get lost. */
async function refuseUnknown(db: Kysely<unknown>, table: string): Promise<void> {
  const { rows } = await sql<{ sql: string }>`
    select sql from sqlite_schema where type = 'table' and name = ${table}
  `.execute(db);
  const words = rows[0]?.sql.replaceAll(/"[^"]*"|'[^']*'/g, '') ?? '';
  const [unknown] = /\b(?:as|autoincrement|check|collate|strict|without)\b/i.exec(words) ?? [];
  if (unknown) {
    throw new Error(`${table} is made with "${unknown}", which is not kept: replace it by hand.`);
  }
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: number;
  readonly standard: string | null;
  /** Its place in the primary key, from 1. */
  readonly place: number;
}

async function columnsOf(db: Kysely<unknown>, table: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select name, type, "notnull" as required, dflt_value as standard, pk as place
    from pragma_table_info(${table})
  `.execute(db);
  return rows;
}

/** Names of columns come as a list in JSON. */
const listOf = (names: string) => JSON.parse(names) as string[];

/** A table with the keys of another, but for those of one column. */
async function withKeys(
  created: NewTable,
  db: Kysely<unknown>,
  table: string,
  column: string,
): Promise<NewTable> {
  let builder = created;
  const columns = await columnsOf(db, table);
  const primary = columns.filter(({ place }) => place > 0).toSorted((a, b) => a.place - b.place);
  if (primary.length > 0) {
    const names = primary.map(({ name }) => name);
    builder = builder.addPrimaryKeyConstraint(`${table}_primary`, names);
  }
  for (const { id, names } of await uniqueKeysOf(db, table)) {
    const list = listOf(names);
    if (list.length === 1 && list[0] === column) continue;
    builder = builder.addUniqueConstraint(`${table}_unique_${id}`, list);
  }
  for (const { id, source, target, keys, onDelete, onUpdate } of await referencesOf(db, table)) {
    const [list, name] = [listOf(source), `${table}_reference_${id}`];
    if (list.length === 1 && list[0] === column) continue;
    builder = builder.addForeignKeyConstraint(name, list, target, listOf(keys), (key) =>
      key.onDelete(onDelete).onUpdate(onUpdate),
    );
  }
  return builder;
}

async function uniqueKeysOf(db: Kysely<unknown>, table: string) {
  const { rows } = await sql<{ id: number; names: string }>`
    select list.seq as id, json_group_array(info.name) as names
    from pragma_index_list(${table}) as list, pragma_index_info(list.name) as info
    where list.origin = 'u'
    group by list.seq
    order by list.seq desc
  `.execute(db);
  return rows;
}

async function referencesOf(db: Kysely<unknown>, table: string) {
  const { rows } = await sql<{
    id: number;
    source: string;
    target: string;
    keys: string;
    onDelete: OnModifyForeignAction;
    onUpdate: OnModifyForeignAction;
  }>`
    select id, json_group_array("from") as source, "table" as target,
      json_group_array("to") as keys, lower(on_delete) as onDelete, lower(on_update) as onUpdate
    from pragma_foreign_key_list(${table})
    group by id
    order by id desc
  `.execute(db);
  return rows;
}
