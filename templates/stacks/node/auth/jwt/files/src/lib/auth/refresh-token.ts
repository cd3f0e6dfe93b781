import { createHash, randomBytes } from 'node:crypto';

/** In milliseconds: 30 days. */
export const refreshTokenLifetime = 30 * 24 * 60 * 60 * 1000;

/** A token names its family, which finds the row; the 256 random bits are stored only as a hash. */
export function newRefreshToken(family: string): string {
  return `${family}.${randomBytes(32).toString('base64url')}`;
}

export function familyOf(token: string): string | undefined {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\.)/.exec(token)?.[0];
}

/** Random bits need no slow hash: nobody can guess them. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
