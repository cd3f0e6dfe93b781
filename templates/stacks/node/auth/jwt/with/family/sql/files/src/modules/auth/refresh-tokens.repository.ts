import type { Database } from '../../data/database.ts';

/** A family is all the tokens that followed from one sign-in: only the newest is good. */
interface Family {
  readonly id: string;
  readonly userId: string;
  readonly tokenHash: string;
  readonly expiresAt: Date;
}

interface RefreshTokenTable {
  family: string;
  user_id: string;
  token_hash: string;
  expires_at: Date;
}

export type RefreshTokenRepository = ReturnType<typeof createRefreshTokenRepository>;

export function createRefreshTokenRepository(database: Database) {
  const db = database.kysely.withTables<{ refresh_tokens: RefreshTokenTable }>();
  return {
    /** Takes the place of the user's families that have expired. */
    async begin({ id, userId, tokenHash, expiresAt }: Family): Promise<void> {
      await db
        .deleteFrom('refresh_tokens')
        .where('user_id', '=', userId)
        .where('expires_at', '<=', new Date())
        .execute();
      await db
        .insertInto('refresh_tokens')
        .values({ family: id, user_id: userId, token_hash: tokenHash, expires_at: expiresAt })
        .execute();
    },

    async findUserId(family: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('refresh_tokens')
        .select('user_id')
        .where('family', '=', family)
        .executeTakeFirst();
      return row?.user_id;
    },

    /** Tells whether the hash was that of the newest token, and is so no longer: in one statement. */
    async rotate(tokenHash: string, { id, ...next }: Omit<Family, 'userId'>): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('refresh_tokens')
        .set({ token_hash: next.tokenHash, expires_at: next.expiresAt })
        .where('family', '=', id)
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', new Date())
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async end(family: string): Promise<void> {
      await db.deleteFrom('refresh_tokens').where('family', '=', family).execute();
    },
  };
}
