import { randomUUIDv7 } from 'node:crypto';
import { hashPassword } from '../../lib/auth/password-hash.ts';
import type { Role } from '../../lib/auth/roles.ts';
import { verified } from '../../lib/auth/verified.ts';
import { readPage } from '../../lib/listing.ts';
import { Problem } from '../../lib/problem.ts';
import type { UserRepository } from './users.repository.ts';
import { type User, userOutput, type UserPatch, type UserQuery } from './users.schema.ts';

interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly mustChangePassword: boolean;
}

interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export function createUserService(repository: UserRepository) {
  return {
    list: (query: UserQuery) =>
      readPage(query, userOutput.shape, (listing) => repository.list(listing)),

    async create({ password, roles, ...given }: NewUser): Promise<User> {
      const passwordHash = await hashPassword(password);
      const now = new Date().toISOString();
      const created = {
        ...given,
        id: randomUUIDv7(),
        roles: [...roles],
        passwordHash,
        createdAt: now,
        updatedAt: now,
      };
      await repository.insert(created);
      return created;
    },

    async update(id: string, { roles }: UserPatch): Promise<User> {
      await repository.setRoles(id, roles, new Date());
      const changed = await repository.find(id);
      if (!changed) throw new Problem('not-found', 'There is no such user.');
      return changed;
    },

    /** Ends all sessions of the user. */
    async changePassword(id: string, change: PasswordChange): Promise<void> {
      await verified(await repository.find(id), change.currentPassword);
      const passwordHash = await hashPassword(change.newPassword);
      await repository.changePassword(id, passwordHash, new Date());
    },
  };
}
