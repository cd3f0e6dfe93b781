import { randomBytes } from 'node:crypto';

/** The variables that have no default. */
export const secrets = { JWT_SECRET: randomBytes(32).toString('base64url') };
