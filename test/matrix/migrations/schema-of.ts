/** What a database says about its tables, so that two of them can be compared: order does not count. */
export type Schema = Readonly<Record<string, readonly string[]>>;

export type Row = Readonly<Record<string, unknown>>;
/** Asks the database; rows by column. */
export type Ask = (query: string) => Promise<readonly Row[]>;

const text = (value: unknown): string => (typeof value === 'string' ? value : String(value));
const isOurs = (table: string): boolean => !/^(?:kysely_|sqlite_)/u.test(table);

async function sqliteTable(ask: Ask, table: string): Promise<readonly string[]> {
  const columns = await ask(
    `select name, type, "notnull" as needed, pk, dflt_value as standard from pragma_table_info('${table}')`,
  );
  const keys = await ask(
    `select "from" as source, "table" as target, "to" as key, on_delete as action from pragma_foreign_key_list('${table}')`,
  );
  const indexes = await ask(
    `select name, "unique" as isUnique, origin from pragma_index_list('${table}')`,
  );
  const lines = [...columns, ...keys].map((row) => JSON.stringify(row));
  for (const { name, isUnique, origin } of indexes) {
    const parts = await ask(
      `select name, desc from pragma_index_xinfo('${text(name)}') where key = 1`,
    );
    // Those that stand for constraints are numbered in the order of columns.
    const label = origin === 'c' ? name : '';
    lines.push(JSON.stringify({ index: label, isUnique, origin, parts }));
  }
  return lines;
}

async function sqliteSchema(ask: Ask): Promise<Schema> {
  const tables = await ask("select name from sqlite_schema where type = 'table'");
  const names = tables.map(({ name }) => text(name)).filter(isOurs);
  const entries = await Promise.all(
    names.map(async (name) => [name, await sqliteTable(ask, name)] as const),
  );
  return Object.fromEntries(entries);
}

async function postgresqlSchema(ask: Ask): Promise<Schema> {
  const rows = await ask(`
    select c.relname as "table", a.attname || ' ' || format_type(a.atttypid, a.atttypmod) ||
      case when a.attnotnull then ' not null' else '' end ||
      coalesce(' ' || l.collname, '') || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_collation l on l.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
    union all
    select c.relname, o.conname || ' ' || pg_get_constraintdef(o.oid)
    from pg_constraint o join pg_class c on c.oid = o.conrelid
    where c.relnamespace = current_schema()::regnamespace and o.contype <> 'n'
    union all
    select tablename, indexdef from pg_indexes where schemaname = current_schema()
  `);
  const schema: Record<string, string[]> = {};
  for (const { table, line } of rows) {
    if (isOurs(text(table))) (schema[text(table)] ??= []).push(text(line));
  }
  return schema;
}

async function mysqlSchema(ask: Ask): Promise<Schema> {
  const tables = await ask(
    'select table_name as name from information_schema.tables where table_schema = database()',
  );
  const names = tables.map(({ name }) => text(name)).filter(isOurs);
  const entries = names.map(async (name) => {
    const [row = {}] = await ask(`show create table \`${name}\``);
    const lines = text(row['Create Table'])
      .split('\n')
      .map((line) => line.replace(/,$/u, ''));
    return [name, lines] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

const readers: Readonly<Record<string, (ask: Ask) => Promise<Schema>>> = {
  sqlite: sqliteSchema,
  postgresql: postgresqlSchema,
  mysql: mysqlSchema,
};

/** @throws when nobody knows how to ask this database */
export async function schemaOf(database: string, ask: Ask): Promise<Schema> {
  const read = readers[database];
  if (read === undefined) throw new Error(`nobody knows how to ask ${database} for its schema`);
  const schema = await read(ask);
  return Object.fromEntries(
    Object.keys(schema)
      .toSorted()
      .map((table) => [table, (schema[table] ?? []).toSorted()]),
  );
}
