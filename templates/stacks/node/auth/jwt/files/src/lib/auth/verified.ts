import { isPassword, unusableHash } from './password-hash.ts';
import type { Problem } from '../problem.ts';
import { unauthenticated } from './unauthenticated.ts';

/**
 * Returns the user whose password it is. An unknown user takes as long as a wrong password, and
 * gets the same answer, so that nobody learns who has an account.
 */
export async function verified<User extends { readonly passwordHash: string }>(
  user: User | undefined,
  password: string,
): Promise<User> {
  const isRight = await isPassword(password, user?.passwordHash ?? unusableHash);
  if (!user || !isRight) throw wrongCredentials();
  return user;
}

export function wrongCredentials(): Problem {
  return unauthenticated('The e-mail address or the password is wrong.');
}
