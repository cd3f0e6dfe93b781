import { createHmac, randomUUID } from 'node:crypto';
import { keys } from './keys.ts';

type Values = Readonly<Record<string, unknown>>;

const encode = (value: Values): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const now = (): number => Math.floor(Date.now() / 1000);

/** The claims of an access token that is good for a user; `undefined` leaves one out. */
export const claimsOf = (sub: string, changes: Values = {}): Values => ({
  iss: keys.JWT_ISSUER,
  aud: keys.JWT_AUDIENCE,
  sub,
  iat: now(),
  exp: now() + 600,
  jti: randomUUID(),
  ...changes,
});

/** What a forger may change. */
export interface Forgery {
  readonly header?: Values;
  readonly claims?: Values;
  readonly key?: string | Buffer;
  readonly hash?: string;
}

/** An access token by nothing but RFC 7515: no library that might share a mistake with the server. */
export function mint(sub: string, { header, claims, key, hash }: Forgery = {}): string {
  const content = [{ alg: 'HS256', typ: 'at+jwt', ...header }, claimsOf(sub, claims)]
    .map((part) => encode(part))
    .join('.');
  const signature = createHmac(hash ?? 'sha256', key ?? keys.JWT_SECRET).update(content);
  return `${content}.${signature.digest('base64url')}`;
}
