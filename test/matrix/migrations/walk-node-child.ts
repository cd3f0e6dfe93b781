/**
 * `node walk-node-child.ts PROJECT` takes a chain of migrations on stdin and runs it in the project, as its
 * own `migrate` would, over rows that are put in between; it prints what was there after each step.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { schemaOf } from './schema-of.ts';
import type { Ask, Row } from './schema-of.ts';
import { fromWire, toWire } from './wire.ts';
import type { Wire } from './wire.ts';
import type { Told } from './walk-node.ts';
import type { Seen } from './walk.ts';

interface Query {
  readonly selectAll: () => Query;
  readonly orderBy: (column: string) => Query;
  readonly values: (row: object) => Query;
  readonly set: (row: object) => Query;
  readonly where: (column: string, operator: 'is', value: null) => Query;
  readonly execute: () => Promise<readonly object[]>;
}

interface Database {
  readonly kysely: {
    readonly selectFrom: (table: string) => Query;
    readonly insertInto: (table: string) => Query;
    readonly updateTable: (table: string) => Query;
    readonly executeQuery: (query: unknown) => Promise<{ readonly rows: readonly Row[] }>;
  };
  readonly close: () => Promise<void>;
}

interface Modules {
  readonly readConfig: (variables: Readonly<Record<string, string>>) => unknown;
  readonly openDatabase: (config: unknown) => Database;
  readonly migrate: (database: Database, folder: string) => Promise<string[]>;
  readonly migratorOf: (
    database: Database,
    folder: string,
  ) => { migrateTo: (target: unknown) => Promise<{ error?: unknown }> };
  readonly NO_MIGRATIONS: unknown;
  readonly CompiledQuery: { readonly raw: (sql: string) => unknown };
}

const [project = ''] = process.argv.slice(2);
const load = async (path: string) =>
  (await import(pathToFileURL(join(project, path)).href)) as object;
// What is loaded is the project's own; nobody checks its types here.
const modules = Object.assign(
  {},
  await load('src/config.ts'),
  await load('src/data/database.ts'),
  await load('src/data/migrate.ts'),
  await load('kysely.ts'),
) as unknown as Modules;

const open = (url: string): Database =>
  modules.openDatabase(
    modules.readConfig({
      DATABASE_URL: url,
      JWT_SECRET: 'only-for-tests-0123456789-abcdefghijklmnop',
      LOG_LEVEL: 'silent',
    }),
  );

/** The folder beside the migrations of the project: they import by relative paths. */
function put(name: string, files: Told['steps'][number]['migrations']): string {
  const folder = join(project, 'src/data', name);
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of files) writeFileSync(join(folder, file), content);
  return folder;
}

const asker =
  ({ kysely }: Database): Ask =>
  async (query) =>
    (await kysely.executeQuery(modules.CompiledQuery.raw(query))).rows;

async function rowsOf({ kysely }: Database, tables: readonly string[]) {
  const rows: Record<string, readonly Wire[]> = {};
  for (const table of tables) {
    const found = await kysely.selectFrom(table).selectAll().orderBy('id').execute();
    rows[table] = found.map(toWire);
  }
  return rows;
}

/** What a new database has, made by the migrations of a new project. */
async function freshSchema(database: string, url: string, folder: string) {
  const fresh = open(url);
  try {
    await modules.migrate(fresh, folder);
    return await schemaOf(database, asker(fresh));
  } finally {
    await fresh.close();
  }
}

/** Takes everything back, where there are no rows, and does it again. */
async function backAndForth(database: string, url: string, folder: string) {
  const empty = open(url);
  try {
    await modules.migrate(empty, folder);
    const { error } = await modules.migratorOf(empty, folder).migrateTo(modules.NO_MIGRATIONS);
    if (error !== undefined) throw error;
    const nothing = await schemaOf(database, asker(empty));
    await modules.migrate(empty, folder);
    return { nothing, again: await schemaOf(database, asker(empty)) };
  } finally {
    await empty.close();
  }
}

const { database, url, emptyUrl, steps } = JSON.parse(await text(process.stdin)) as Told;
const walked = open(url);
const seen: Seen['steps'][number][] = [];
let folder = '';
for (const [index, step] of steps.entries()) {
  rmSync(join(project, 'src/data/fresh'), { recursive: true, force: true });
  folder = put('walked', step.migrations);
  await modules.migrate(walked, folder);
  const rows = await rowsOf(walked, step.tables);
  for (const [table, row] of step.inserts) {
    await walked.kysely.insertInto(table).values(fromWire(row)).execute();
  }
  for (const [table, column, value] of step.fills) {
    await walked.kysely
      .updateTable(table)
      .set({ [column]: value })
      .where(column, 'is', null)
      .execute();
  }
  seen.push({
    rows,
    after: await rowsOf(walked, step.tables),
    schema: await schemaOf(database, asker(walked)),
    fresh: await freshSchema(database, step.freshUrl, put(`fresh${index}`, step.fresh)),
  });
}
await walked.close();
const answer: Seen = { steps: seen, ...(await backAndForth(database, emptyUrl, folder)) };
process.stdout.write(JSON.stringify(answer));
