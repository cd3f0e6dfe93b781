import { randomUUID } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { id } from '../id.ts';

interface Settings {
  readonly secret: string;
  readonly issuer: string;
  readonly audience: string;
}

/** In seconds. A token cannot be called back, so it does not live long. */
const lifetime = 15 * 60;

/** RFC 9068, so that no other JWT signed with the key passes for an access token. */
const type = 'at+jwt';
const algorithm = 'HS256';

export type AccessTokens = ReturnType<typeof createAccessTokens>;

export function createAccessTokens({ secret, issuer, audience }: Settings) {
  const key = new TextEncoder().encode(secret);
  return {
    lifetime,

    issue(userId: string): Promise<string> {
      return new SignJWT()
        .setProtectedHeader({ alg: algorithm, typ: type })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(userId)
        .setIssuedAt()
        .setExpirationTime(`${lifetime}s`)
        .setJti(randomUUID())
        .sign(key);
    },

    /** Returns the id of the user, or nothing for a token that is forged, expired or not for us. */
    async read(token: string): Promise<string | undefined> {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
          typ: type,
          issuer,
          audience,
          requiredClaims: ['iss', 'aud', 'sub', 'iat', 'exp', 'jti'],
        });
        return id.safeParse(payload.sub).data;
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
}
