import type { AccessTokens } from '../../lib/auth/access-token.ts';
import type { Caller } from '../../lib/auth/caller.ts';
import { permissionsOf } from '../../lib/auth/roles.ts';
import { unauthenticated } from '../../lib/auth/unauthenticated.ts';
import type { UserRepository } from '../users/users.repository.ts';

const bearer = /^bearer +([\w.~+/-]+=*) *$/i;

export function createCallerService(accessTokens: AccessTokens, users: UserRepository) {
  return {
    /** Returns who an `Authorization` header speaks for; permissions come from the store, not from it. */
    async identify(header: string | undefined): Promise<Caller> {
      const token = bearer.exec(header ?? '')?.[1];
      if (!token) throw unauthenticated('A bearer token is required.');
      const userId = await accessTokens.read(token);
      const user = userId && (await users.find(userId));
      if (!user) {
        throw unauthenticated('The access token is not valid (any more).', 'invalid_token');
      }
      const { id, roles, mustChangePassword } = user;
      return { id, mustChangePassword, permissions: permissionsOf(roles) };
    },
  };
}
