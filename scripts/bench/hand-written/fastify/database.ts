import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';

export interface TaskRow {
  id: string;
  title: string;
  status: 'todo' | 'in_progress' | 'done';
  due_date: string | null;
  notes: string | null;
  version: number;
  created_at: string;
  updated_at: string;
  owner_id: string | null;
}

interface Tables {
  tasks: TaskRow;
  users: { id: string; email: string; name: string; password_hash: string };
  user_roles: { user_id: string; role: string };
}

export type Db = Kysely<Tables>;

function adapt(statement: StatementSync) {
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...(parameters as string[])),
    run: (parameters: readonly unknown[]) => statement.run(...(parameters as string[])),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...(parameters as string[])),
  };
}

export async function openDatabase(path: string): Promise<Db> {
  const sqlite = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true });
  sqlite.exec('pragma journal_mode = wal');
  const statements = new Map<string, ReturnType<typeof adapt>>();
  const database = {
    close: () => sqlite.close(),
    prepare(sql: string) {
      const known = statements.get(sql) ?? adapt(sqlite.prepare(sql));
      statements.set(sql, known);
      return known;
    },
  };
  const db: Db = new Kysely({ dialect: new SqliteDialect({ database }) });
  await db.schema
    .createTable('tasks')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('due_date', 'text')
    .addColumn('notes', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('owner_id', 'text')
    .execute();
  await db.schema
    .createIndex('tasks_created_at_id')
    .on('tasks')
    .columns(['created_at', 'id'])
    .execute();
  await db.schema
    .createTable('users')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('user_roles')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('user_roles_primary', ['user_id', 'role'])
    .execute();
  return db;
}
