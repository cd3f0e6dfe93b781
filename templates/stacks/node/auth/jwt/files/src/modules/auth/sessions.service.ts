import { randomUUIDv7 } from 'node:crypto';
import type { AccessTokens } from '../../lib/auth/access-token.ts';
import { hashPassword, isOutdated, isPassword } from '../../lib/auth/password-hash.ts';
import {
  familyOf,
  hashToken,
  newRefreshToken,
  refreshTokenLifetime,
} from '../../lib/auth/refresh-token.ts';
import { unauthenticated } from '../../lib/auth/unauthenticated.ts';
import { verified, wrongCredentials } from '../../lib/auth/verified.ts';
import { Problem } from '../../lib/problem.ts';
import type { UserRepository } from '../users/users.repository.ts';
import type { Credentials, TokenPair } from './auth.schema.ts';
import type { RefreshTokenRepository } from './refresh-tokens.repository.ts';

interface Dependencies {
  readonly users: UserRepository;
  readonly refreshTokens: RefreshTokenRepository;
  readonly accessTokens: AccessTokens;
}

/** A session is a family of refresh tokens, each good for one refresh. */
export function createSessionService({ users, refreshTokens, accessTokens }: Dependencies) {
  async function pair(userId: string, refreshToken: string): Promise<TokenPair> {
    return {
      accessToken: await accessTokens.issue(userId),
      tokenType: 'Bearer',
      expiresIn: accessTokens.lifetime,
      refreshToken,
    };
  }

  async function accountOf(token: string): Promise<string | undefined> {
    const family = familyOf(token);
    return family && refreshTokens.findUserId(family);
  }

  return {
    /** Returns the id of the user whose session a refresh token names, if it names any. */
    accountOf,

    async begin({ email, password }: Credentials): Promise<TokenPair> {
      const { id, passwordHash } = await verified(await users.findByEmail(email), password);
      const family = randomUUIDv7();
      const token = newRefreshToken(family);
      await refreshTokens.begin({ userId: id, ...stored(family, token) });
      // A new password ends the sessions that it finds; this one may have begun a moment later.
      const newest = (await users.find(id))?.passwordHash;
      if (!newest || (newest !== passwordHash && !(await isPassword(password, newest)))) {
        await refreshTokens.end(family);
        throw wrongCredentials();
      }
      if (isOutdated(newest)) await users.rehash(id, await hashPassword(password), newest);
      return pair(id, token);
    },

    async refresh(token: string): Promise<TokenPair> {
      const family = familyOf(token);
      const userId = await accountOf(token);
      const user = userId && (await users.find(userId));
      if (!family || !user) throw refused();
      if (user.mustChangePassword) throw new Problem('forbidden', 'Change the password first.');
      const next = newRefreshToken(family);
      if (!(await refreshTokens.rotate(hashToken(token), stored(family, next)))) {
        // Whoever names the family held one of its tokens. If it is not the newest, two have used
        // it, and nobody can tell which of them is the thief: both are out.
        await refreshTokens.end(family);
        throw refused();
      }
      return pair(user.id, next);
    },

    async end(token: string): Promise<void> {
      const family = familyOf(token);
      if (family) await refreshTokens.end(family);
    },
  };
}

function stored(id: string, token: string) {
  const expiresAt = new Date(Date.now() + refreshTokenLifetime);
  return { id, tokenHash: hashToken(token), expiresAt };
}

function refused(): Problem {
  return unauthenticated('The refresh token is not valid (any more).', 'invalid_token');
}
