import type { Database } from '../../data/database.ts';
import { applyListing, column, commonColumns } from '../../data/listing.ts';
import type { Listing } from '../../lib/listing.ts';
import type { User } from './users.schema.ts';

interface UserTable {
  id: string;
  email: string;
  name: string;
  password_hash: string;
  must_change_password: boolean;
  created_at: Date;
  updated_at: Date;
}

type Tables = {
  users: UserTable;
  user_roles: { user_id: string; role: string };
  refresh_tokens: { user_id: string };
};

interface HashChange {
  readonly verified: string;
  readonly next: string;
}

/** What a list can be sorted or filtered by. */
const listColumns = {
  ...commonColumns,
  email: column('email'),
  name: column('name'),
};

export type UserRepository = ReturnType<typeof createUserRepository>;

export function createUserRepository(database: Database) {
  const db = database.kysely.withTables<Tables>();

  async function withRoles(rows: readonly UserTable[]): Promise<User[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const held = await db
      .selectFrom('user_roles')
      .selectAll()
      .where('user_id', 'in', ids)
      .orderBy('role')
      .execute();
    return rows.map((row) => {
      const roles = held.filter(({ user_id }) => user_id === row.id).map(({ role }) => role);
      return fromRow(row, roles);
    });
  }

  async function findBy(key: 'id' | 'email', value: string): Promise<User | undefined> {
    const rows = await db
      .selectFrom('users')
      .leftJoin('user_roles', 'user_roles.user_id', 'users.id')
      .selectAll('users')
      .select('role')
      .where(key, '=', value)
      .orderBy('role')
      .execute();
    const roles = rows.flatMap(({ role }) => role ?? []);
    return rows[0] && fromRow(rows[0], roles);
  }

  return {
    find: (id: string) => findBy('id', id),

    findByEmail: (email: string) => findBy('email', email),

    async list(listing: Listing<keyof typeof listColumns>): Promise<User[]> {
      const all = db.selectFrom('users').selectAll();
      return withRoles(await applyListing(all, listColumns, listing).execute());
    },

    async insert(created: User): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        await transaction.insertInto('users').values(toRow(created)).execute();
        for (const role of created.roles) {
          await transaction
            .insertInto('user_roles')
            .values({ user_id: created.id, role })
            .execute();
        }
      });
    },

    /** Tells whether there is such a user. */
    async setRoles(id: string, roles: readonly string[], updatedAt: Date): Promise<boolean> {
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('users')
          .set({ updated_at: updatedAt })
          .where('id', '=', id)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await transaction.deleteFrom('user_roles').where('user_id', '=', id).execute();
        for (const role of roles) {
          await transaction.insertInto('user_roles').values({ user_id: id, role }).execute();
        }
        return true;
      });
    },

    /** Replaces the hash of an unchanged password, unless the password was changed meanwhile. */
    async rehash(id: string, passwordHash: string, outdated: string): Promise<void> {
      await db
        .updateTable('users')
        .set({ password_hash: passwordHash })
        .where('id', '=', id)
        .where('password_hash', '=', outdated)
        .execute();
    },

    /**
     * Replaces only the hash that was verified; tells whether it was still there. Ends every session
     * of the user in the same moment: whoever knew the old password is out.
     */
    async changePassword(id: string, hash: HashChange, updatedAt: Date): Promise<boolean> {
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('users')
          .set({ password_hash: hash.next, must_change_password: false, updated_at: updatedAt })
          .where('id', '=', id)
          .where('password_hash', '=', hash.verified)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await transaction.deleteFrom('refresh_tokens').where('user_id', '=', id).execute();
        return true;
      });
    },
  };
}

function toRow(user: User): UserTable {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    password_hash: user.passwordHash,
    must_change_password: user.mustChangePassword,
    created_at: new Date(user.createdAt),
    updated_at: new Date(user.updatedAt),
  };
}

function fromRow(row: UserTable, roles: string[]): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    roles,
    passwordHash: row.password_hash,
    mustChangePassword: row.must_change_password,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
