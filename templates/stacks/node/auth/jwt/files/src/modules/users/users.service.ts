import { randomUUIDv7 } from 'node:crypto';
import { hashPassword, isPassword } from '../../lib/auth/password-hash.ts';
import type { Role } from '../../lib/auth/roles.ts';
import { unauthenticated } from '../../lib/auth/unauthenticated.ts';
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
  async function get(id: string): Promise<User> {
    const found = await repository.find(id);
    if (!found) throw notFound();
    return found;
  }

  return {
    get,

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
      if (!(await repository.setRoles(id, roles, new Date()))) throw notFound();
      return get(id);
    },

    /** Ends all sessions of the user. */
    async changePassword(id: string, change: PasswordChange): Promise<void> {
      // Whoever loses a race looks again: a new hash may be one of the same password.
      for (;;) {
        const { passwordHash: verified } = await get(id);
        if (!(await isPassword(change.currentPassword, verified))) {
          throw unauthenticated('The current password is wrong.');
        }
        const next = await hashPassword(change.newPassword);
        const now = new Date();
        if (await repository.changePassword(id, { verified, next }, now)) return;
      }
    },
  };
}

function notFound(): Problem {
  return new Problem('not-found', 'There is no such user.');
}
