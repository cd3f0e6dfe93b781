import type { Kysely } from 'kysely';
import { columns } from '../columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('users')
    .addColumn('id', columns.id, (column) => column.notNull())
    .addColumn('email', columns.string(254), (column) => column.notNull())
    .addColumn('name', columns.string(200), (column) => column.notNull())
    .addColumn('password_hash', columns.string(255), (column) => column.notNull())
    .addColumn('must_change_password', columns.boolean, (column) => column.notNull())
    .addColumn('created_at', columns.datetime, (column) => column.notNull())
    .addColumn('updated_at', columns.datetime, (column) => column.notNull())
    .addPrimaryKeyConstraint('users__id__pkey', ['id'])
    .addUniqueConstraint('users__email__key', ['email'])
    .execute();
  await db.schema
    .createIndex('users__created_at__id')
    .on('users')
    .columns(['created_at', 'id'])
    .execute();
  await db.schema
    .createTable('user_roles')
    .addColumn('user_id', columns.id, (column) => column.notNull())
    .addColumn('role', columns.string(100), (column) => column.notNull())
    .addPrimaryKeyConstraint('user_roles__user_id__role__pkey', ['user_id', 'role'])
    .addForeignKeyConstraint('user_roles__user_id__fk', ['user_id'], 'users', ['id'])
    .execute();
  await db.schema
    .createTable('refresh_tokens')
    .addColumn('family', columns.id, (column) => column.notNull())
    .addColumn('user_id', columns.id, (column) => column.notNull())
    .addColumn('token_hash', columns.string(100), (column) => column.notNull())
    .addColumn('expires_at', columns.datetime, (column) => column.notNull())
    .addPrimaryKeyConstraint('refresh_tokens__family__pkey', ['family'])
    .addForeignKeyConstraint('refresh_tokens__user_id__fk', ['user_id'], 'users', ['id'])
    .execute();
  await db.schema
    .createIndex('refresh_tokens__user_id')
    .on('refresh_tokens')
    .column('user_id')
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('refresh_tokens').execute();
  await db.schema.dropTable('user_roles').execute();
  await db.schema.dropTable('users').execute();
}
