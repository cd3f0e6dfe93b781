import type { Kysely } from 'kysely';
import { columns } from '../columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('refresh_tokens').execute();
  await db.schema.dropTable('user_roles').execute();
  await db.schema.dropTable('users').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('users')
    .addColumn('id', columns.id, (column) => column.primaryKey().notNull())
    .addColumn('email', columns.string(254), (column) => column.notNull().unique())
    .addColumn('name', columns.string(200), (column) => column.notNull())
    .addColumn('password_hash', columns.string(255), (column) => column.notNull())
    .addColumn('must_change_password', columns.boolean, (column) => column.notNull())
    .addColumn('created_at', columns.datetime, (column) => column.notNull())
    .addColumn('updated_at', columns.datetime, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('users_created_at_id')
    .on('users')
    .columns(['created_at', 'id'])
    .execute();
  await db.schema
    .createTable('user_roles')
    .addColumn('user_id', columns.id, (column) => column.notNull())
    .addColumn('role', columns.string(100), (column) => column.notNull())
    .addPrimaryKeyConstraint('user_roles_primary', ['user_id', 'role'])
    .addForeignKeyConstraint('user_roles_user_id_fk', ['user_id'], 'users', ['id'])
    .execute();
  await db.schema
    .createTable('refresh_tokens')
    .addColumn('family', columns.id, (column) => column.primaryKey().notNull())
    .addColumn('user_id', columns.id, (column) => column.notNull())
    .addColumn('token_hash', columns.string(100), (column) => column.notNull())
    .addColumn('expires_at', columns.datetime, (column) => column.notNull())
    .addForeignKeyConstraint('refresh_tokens_user_id_fk', ['user_id'], 'users', ['id'])
    .execute();
  await db.schema
    .createIndex('refresh_tokens_user_id')
    .on('refresh_tokens')
    .column('user_id')
    .execute();
}
